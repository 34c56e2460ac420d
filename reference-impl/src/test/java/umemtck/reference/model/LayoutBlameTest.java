package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.LockStory.LONGTERM;
import static umemtck.reference.model.LockStory.READ;
import static umemtck.reference.model.LockStory.documented;
import static umemtck.reference.model.LockStory.illumos;
import static umemtck.reference.model.LockStory.lock;
import static umemtck.reference.model.LockStory.lockmemory;
import static umemtck.spec.ddi.Holder.PROJECT;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Outcome;

/** Which facets an munmap or exit is held against that does not wait, or waits for nothing. */
class LayoutBlameTest {
  private static final String MUNMAP = "LOCK.blocks-layout-change/munmap";
  private static final String DENIED = "LOCK.enomem-limit/no-page-locked";
  private static final String PINS = "UNLOCK.releases/pins";

  private static List<String> returning(LockStory story) {
    return story.blamed(story.unmap(0, 2), Outcome.Done.INSTANCE);
  }

  @Test
  void whoDoesNotWaitForALock() {
    assertEquals(List.of(MUNMAP), returning(illumos().locks(0, 2, 1)));
    assertEquals(
        List.of("LOCKMEM.as-lock/pins", MUNMAP), returning(illumos().locksFor(0, 0, 2, 1)));
    LockStory longterm = illumos();
    longterm.does(
        lockmemory(0, 0, 2, READ | LONGTERM, CallbackVector.CLEANUP), new Outcome.Locked(0, 1));
    assertEquals(
        List.of("LOCKMEM.event-waits-for-unlock/waits", "LOCKMEM.as-lock/pins", MUNMAP),
        returning(longterm));
  }

  @Test
  void whoDoesNotWaitForTheOtherOfTwoLocks() {
    LockStory one = illumos().locks(0, 2, 1).locks(0, 2, 2).unlocks(1);
    assertEquals(List.of("LOCK.overlap/own-unlock", MUNMAP), returning(one));
    one = documented().locks(0, 2, 1).locks(0, 2, 2).unlocks(1).rests();
    assertEquals(List.of(MUNMAP), returning(one));
  }

  @Test
  void anExitThatDoesNotWait() {
    LockStory story = illumos().starts(2, 0).by(2).maps(0, 2).locks(0, 2, 1);
    assertEquals(
        List.of("LOCK.blocks-layout-change/exit", "ACCT.exit/waits"),
        story.blamed(new Call.Exit(2), Outcome.Done.INSTANCE));
  }

  @Test
  void whatWasExpectedIsSaid() {
    LockStory story = illumos().locks(1, 2, 1);
    assertEquals(
        "a wait: 2 pages at 0x1010 are locked",
        story.expected(story.unmap(0, 2), Outcome.Done.INSTANCE));
  }

  private static List<String> waiting(LockStory story, long first, long pages) {
    story.calls(story.unmap(first, pages));
    return story.resting();
  }

  /** Page 0 was locked and unlocked; then a lock of page 1 was denied. */
  private static LockStory once() {
    LockStory story = illumos().locks(0, 1, 1).unlocks(1).limits(PROJECT, 0, 0);
    return story.refused(lock(1, 1), Errno.ENOMEM);
  }

  @Test
  void whoWaitsForWhatWasLockedOnceTellsWhatIsLeftOfIt() {
    assertEquals(List.of(PINS), waiting(once(), 0, 1));
    assertEquals(List.of(DENIED), waiting(once(), 1, 1));
    assertEquals(List.of(DENIED), waiting(once(), 0, 2), "the latest first");
    assertEquals(List.of(MUNMAP), waiting(once(), 2, 1));
    LockStory other = once().starts(2, 0).by(2).maps(0, 2);
    assertEquals(List.of(MUNMAP), waiting(other, 0, 1));
  }

  @Test
  void whatWasUnmappedSinceIsForgotten() {
    assertEquals(List.of(MUNMAP), waiting(once().unmaps(0, 1).maps(0, 1), 0, 1));
    assertEquals(List.of(DENIED), waiting(once().unmaps(0, 1), 1, 1));
    LockStory other = once().starts(2, 0).by(2).maps(0, 2).unmaps(0, 2).by(1);
    assertEquals(List.of(PINS), waiting(other, 0, 1));
  }

  @Test
  void anExitThatWaitsForNothing() {
    LockStory story = illumos().starts(2, 0).by(2).maps(0, 2).locks(0, 1, 1).unlocks(1);
    story.calls(new Call.Exit(2));
    assertEquals(List.of(PINS), story.resting());
    story = illumos().starts(2, 0).by(2).maps(0, 2);
    story.calls(new Call.Exit(2));
    assertEquals(List.of("LOCK.blocks-layout-change/exit"), story.resting());
  }

  /** What was wrong with its arguments was found before any page was touched. */
  @Test
  void anInvalidLockLeavesNothingToWaitFor() {
    LockStory invalid = illumos().refused(lock(0, 1, 0), Errno.EINVAL);
    assertEquals(List.of(MUNMAP), waiting(invalid, 0, 1));
    LockStory failed = illumos().refused(lock(7, 2), Errno.EFAULT);
    assertEquals(List.of("LOCK.efault-unmapped/nothing-locked"), waiting(failed, 7, 1));
  }

  /** An munmap that came back shows that the unlock was done, or that it does not wait. */
  @Test
  void whatElseAnUnlockThatWasDoneMightHaveBeenIsKept() {
    LockStory story = documented().locks(0, 2, 1).unlocks(1).unmaps(0, 2);
    assertEquals(List.of(MUNMAP), Story.facets(story.lost()));
    assertEquals(List.of(), Story.facets(story.maps(0, 2).lost()), "of the latest event alone");
  }
}
