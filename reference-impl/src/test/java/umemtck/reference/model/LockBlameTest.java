package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.LockStory.LONGTERM;
import static umemtck.reference.model.LockStory.P;
import static umemtck.reference.model.LockStory.READ;
import static umemtck.reference.model.LockStory.RW;
import static umemtck.reference.model.LockStory.W;
import static umemtck.reference.model.LockStory.WRITE;
import static umemtck.reference.model.LockStory.documented;
import static umemtck.reference.model.LockStory.illumos;
import static umemtck.reference.model.LockStory.lock;
import static umemtck.reference.model.LockStory.lockmemory;
import static umemtck.spec.ddi.Holder.PROJECT;
import static umemtck.spec.ddi.Holder.ZONE;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.CookieRef;

/** Which facets a lock is held against that fails without a cause, and what was expected. */
class LockBlameTest {
  private static final String SUCCESS = "LOCK.success/answer";
  private static final String AS_LOCK = "LOCKMEM.as-lock/errors";

  @Test
  void aDenialAtTheLimit() {
    LockStory project = illumos().limits(PROJECT, 0, 4);
    assertEquals(
        List.of("ACCT.exactly-at-limit/project", SUCCESS),
        project.failing(lock(0, 4), Errno.ENOMEM));
    LockStory second = illumos().limits(PROJECT, 0, 4).locks(4, 1, 1);
    assertEquals(
        List.of("ACCT.exactly-at-limit/project", SUCCESS),
        second.failing(lock(0, 3), Errno.ENOMEM));
    LockStory zone = illumos().limits(ZONE, 0, 4);
    assertEquals(
        List.of("ACCT.exactly-at-limit/zone", SUCCESS), zone.failing(lock(0, 4), Errno.ENOMEM));
  }

  @Test
  void aDenialBelowTheLimitOrAnotherErrnoAtIt() {
    LockStory below = illumos().limits(PROJECT, 0, 4).limits(ZONE, 0, 4);
    assertEquals(List.of(SUCCESS), below.failing(lock(0, 3), Errno.ENOMEM));
    LockStory at = illumos().limits(PROJECT, 0, 4).limits(ZONE, 0, 4);
    assertEquals(List.of(SUCCESS), at.failing(lock(0, 4), Errno.EFAULT));
  }

  /** Page 0 may be read and written, page 1 read only. */
  private static LockStory readOnly(Profile profile) {
    return LockStory.of(profile)
        .limits(PROJECT, 0, 16)
        .maps(0, 1)
        .maps(1, 1, MappingKind.ANON_PRIVATE, Prot.READ);
  }

  @Test
  void aLockToReadThatIsDeniedTheAccess() {
    LockStory story = readOnly(Profile.ILLUMOS);
    assertEquals(
        List.of("LOCK.write-needs-write/read-alone", SUCCESS),
        story.failing(lock(1, 1), Errno.EACCES));
    story = readOnly(Profile.ILLUMOS);
    assertEquals(List.of(SUCCESS), story.failing(lock(0, 1), Errno.EACCES));
    story = readOnly(Profile.ILLUMOS);
    assertEquals(List.of(SUCCESS), story.failing(lock(1, 1), Errno.EFAULT));
  }

  @Test
  void readWithWriteThatIsInvalid() {
    Call both = lock(0, 1, READ | WRITE);
    assertEquals(
        List.of("LOCK.flags-both/accepted", SUCCESS), illumos().failing(both, Errno.EINVAL));
    assertEquals(List.of(SUCCESS), illumos().failing(both, Errno.EFAULT));
    assertEquals(List.of(SUCCESS), illumos().failing(lock(0, 1), Errno.EINVAL));
    assertEquals(List.of(SUCCESS), illumos().failing(lock(0, 1, WRITE), Errno.EINVAL));
    assertEquals(List.of(SUCCESS), documented().failing(both, Errno.EFAULT));
  }

  @Test
  void aRangeOfTwoMappings() {
    String segments = "LOCK.multi-segment/one-lock";
    LockStory story = readOnly(Profile.ILLUMOS);
    assertEquals(List.of(segments, SUCCESS), story.failing(lock(0, 2), Errno.EFAULT));
    // There it is a quality, and what does not bind blames nothing that does.
    story = readOnly(Profile.DOCUMENTED);
    assertEquals(List.of(segments), story.failing(lock(0, 2), Errno.EFAULT));
  }

  @Test
  void pagesThatAreLockedAlready() {
    assertEquals(
        List.of("LOCK.overlap/each-succeeds", SUCCESS),
        illumos().locks(0, 2, 1).failing(lock(1, 2), Errno.ENOMEM));
    assertEquals(List.of(SUCCESS), illumos().locks(0, 2, 1).failing(lock(2, 2), Errno.ENOMEM));
  }

  @Test
  void whatIsOfUmemLockmemoryAlone() {
    assertEquals(
        List.of("LOCKMEM.proc-null/current", "LOCKMEM.callback-optional/null-vector", AS_LOCK),
        illumos().failing(lockmemory(0, 0, 1), Errno.EFAULT));
    assertEquals(
        List.of("LOCKMEM.callback-optional/null-vector", AS_LOCK),
        illumos().failing(lockmemory(1, 0, 1), Errno.EFAULT));
    assertEquals(
        List.of(AS_LOCK),
        illumos().failing(lockmemory(1, 0, 1, READ, CallbackVector.CLEANUP), Errno.EFAULT));
    assertEquals(
        List.of("LOCKMEM.longterm-seg-kinds/accepted", AS_LOCK),
        illumos().failing(longterm(0, 1), Errno.EFAULT));
  }

  private static Call longterm(long first, long pages) {
    return lockmemory(1, first, pages, READ | LONGTERM, CallbackVector.CLEANUP);
  }

  @Test
  void whatLiesRightBesideASharedFile() {
    List<String> beside =
        List.of(
            "LOCKMEM.longterm-range-only/beside", "LOCKMEM.longterm-seg-kinds/accepted", AS_LOCK);
    assertEquals(beside, file().failing(longterm(8, 2), Errno.EFAULT));
    assertEquals(beside, file().failing(longterm(11, 2), Errno.EFAULT));
    List<String> apart = List.of("LOCKMEM.longterm-seg-kinds/accepted", AS_LOCK);
    assertEquals(apart, file().failing(longterm(8, 1), Errno.EFAULT));
    assertEquals(apart, file().failing(longterm(12, 2), Errno.EFAULT));
    assertEquals(
        List.of(AS_LOCK),
        file().failing(lockmemory(1, 8, 2, READ, CallbackVector.CLEANUP), Errno.EFAULT));
  }

  /** Page 10 is of a file that is mapped shared, pages 0 to 9, and 11 to 15, are not. */
  private static LockStory file() {
    return illumos().maps(8, 2).maps(10, 1, MappingKind.FILE_SHARED, RW).maps(11, 5);
  }

  @Test
  void whatWasExpectedIsSaid() {
    Outcome fault = new Outcome.Locked(Errno.EFAULT, 0);
    assertEquals("0 and a cookie", illumos().expected(lock(0, 1), fault));
    Outcome success = new Outcome.Locked(0, 9);
    assertEquals("EINVAL: neither READ nor WRITE", illumos().expected(lock(0, 1, 0), success));
    assertEquals(
        "ENOMEM: the limit of the PROJECT would be exceeded",
        illumos().expected(lock(0, 17), success));
    Call wraps = new Call.UmemLock(W, -P, READ);
    LockStory unlimited = LockStory.of(Profile.DOCUMENTED);
    assertEquals("an errno: the range wraps the address space", unlimited.expected(wraps, success));
    // What may be refused is not expected to be.
    assertEquals(
        "EACCES: the process lacks the access",
        readOnly(Profile.DOCUMENTED).expected(lock(1, 1, READ | WRITE), success));
    assertEquals(
        "EAGAIN: lockable memory is short",
        illumos().fails(FaultyStep.PAGE_LOCK, Errno.EAGAIN).expected(lock(0, 1), success));
    assertEquals(
        "ENOMEM: the callback cannot be registered",
        illumos()
            .fails(FaultyStep.REGISTER_CALLBACK, Errno.ENOMEM)
            .expected(longterm(0, 1), success));
  }

  @Test
  void whatWasExpectedOfMlockIsSaid() {
    Call mlock = new Call.Mlock(1, W, 8 * P);
    assertEquals("0: there is room", illumos().expected(mlock, new Outcome.Result(Errno.EAGAIN)));
    assertEquals(
        "EAGAIN",
        illumos().limits(PROJECT, 0, 4).expected(mlock, new Outcome.Result(Errno.ENOMEM)));
  }

  @Test
  void aCookieThatWasLeftUnsetIsToldFromOneThatWasSet() {
    assertEquals(
        "a NULL cookie with EFAULT; *cookiep was left as it was",
        illumos().expected(lock(8, 1), new Outcome.Locked(Errno.EFAULT, CookieRef.POISON)));
    assertEquals(
        "a NULL cookie with EFAULT",
        illumos().expected(lock(8, 1), new Outcome.Locked(Errno.EFAULT, 5)));
  }

  @Test
  void whatShouldHaveBeenDecidedFirst() {
    assertEquals(
        List.of("LOCK.validation-order/einval-first"),
        illumos().failing(lock(0, 17, 0), Errno.ENOMEM));
    assertEquals(
        List.of("LOCK.validation-order/limit-before-mapping"),
        illumos().failing(lock(0, 17), Errno.EFAULT));
  }

  /** No unlock is put off that might have made room. */
  @Test
  void whatShouldHaveBeenDecidedFirstThoughSomethingIsLocked() {
    assertEquals(
        List.of("LOCK.validation-order/limit-before-mapping"),
        illumos().locks(0, 1, 1).failing(lock(0, 17), Errno.EFAULT));
  }

  /** A range that wraps names no pages that it could have left locked. */
  @Test
  void aRangeThatWrapsLeavesNothingToWaitFor() {
    LockStory story = illumos().refused(new Call.UmemLock(W, -P, READ), Errno.ENOMEM);
    story.calls(story.unmap(0, 1));
    assertEquals(List.of("LOCK.blocks-layout-change/munmap"), story.resting());
  }

  @Test
  void aLimitOnAFreshMachine() {
    LockStory story = LockStory.of(Profile.ILLUMOS);
    assertEquals(
        List.of("ACCT.infinite-default/project"),
        story.blamed(new Call.GetLimit(PROJECT, 0), new Outcome.Amount(P)));
    story = LockStory.of(Profile.ILLUMOS);
    assertEquals(
        List.of("ACCT.infinite-default/zone"),
        story.blamed(new Call.GetLimit(ZONE, 0), new Outcome.Amount(P)));
  }
}
