package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.LockStory.LONGTERM;
import static umemtck.reference.model.LockStory.P;
import static umemtck.reference.model.LockStory.READ;
import static umemtck.reference.model.LockStory.RW;
import static umemtck.reference.model.LockStory.documented;
import static umemtck.reference.model.LockStory.illumos;
import static umemtck.reference.model.LockStory.lock;
import static umemtck.reference.model.LockStory.lockmemory;
import static umemtck.spec.ddi.Holder.PROCESS;
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
import umemtck.spec.ddi.UmemFlag;

/** Which facets a wrong usage is held against after a lock, and after what is no unlock. */
class UsageBlameTest {
  private static final String SUM = "ACCT.conservation/project";
  private static final String SUM_OF_ZONE = "ACCT.conservation/zone";
  private static final String EXACT = "ACCT.exact-size/charge";
  private static final String FULL_PRICE = "ACCT.full-price/overlap";
  private static final String AS_LOCK = "LOCKMEM.as-lock/charge";
  private static final String NO_TRACE = "ACCT.no-trace-on-deny/counters";
  private static final String ROLLBACK = "LOCK.rollback/usage";

  @Test
  void aLockThatIsCountedWithAnotherSize() {
    assertEquals(List.of(EXACT, SUM), illumos().locks(0, 2, 1).counting(PROJECT, 0, 3 * P));
    assertEquals(List.of(EXACT, SUM), illumos().locks(0, 2, 1).counting(PROJECT, 0, P));
    assertEquals(List.of(EXACT, SUM_OF_ZONE), illumos().locks(0, 2, 1).counting(ZONE, 0, P));
    assertEquals(
        List.of(EXACT, "ACCT.conservation/process"),
        illumos().locks(0, 2, 1).counting(PROCESS, 1, P));
  }

  @Test
  void inDocumentedWhatAProcessCountsIsAQuality() {
    assertEquals(
        List.of("ACCT.conservation/process"), documented().locks(0, 2, 1).counting(PROCESS, 1, P));
  }

  @Test
  void aLockThatIsNotCountedOrNotInFullBecauseOfAnother() {
    assertEquals(List.of(FULL_PRICE, SUM), illumos().locks(0, 2, 1).counting(PROJECT, 0, 0));
    LockStory overlap = illumos().locks(0, 2, 1).locks(1, 2, 2);
    assertEquals(List.of(FULL_PRICE, SUM), overlap.counting(PROJECT, 0, 3 * P));
    LockStory beside = illumos().locks(0, 2, 1).locks(2, 2, 2);
    assertEquals(List.of(EXACT, SUM), beside.counting(PROJECT, 0, 3 * P));
    LockStory elsewhere = illumos().locks(0, 2, 1).starts(2, 0).by(2).maps(0, 2).locks(0, 2, 2);
    assertEquals(List.of(EXACT, SUM), elsewhere.counting(PROJECT, 0, 3 * P));
  }

  @Test
  void whatUmemLockmemoryChargesWrongly() {
    assertEquals(
        List.of(AS_LOCK, EXACT, SUM), illumos().locksFor(0, 0, 2, 1).counting(PROJECT, 0, P));
    assertEquals(
        List.of(AS_LOCK, FULL_PRICE, SUM), illumos().locksFor(0, 0, 2, 1).counting(PROJECT, 0, 0));
  }

  /** Where nothing is limited it is not this call alone that goes uncounted (K-03). */
  @Test
  void whatUmemLockmemoryDoesNotChargeWhereNothingIsLimited() {
    LockStory silent = LockStory.of(Profile.DOCUMENTED).maps(0, 8);
    assertEquals(List.of(FULL_PRICE, SUM), silent.locksFor(0, 0, 2, 1).counting(PROJECT, 0, 0));
    LockStory unlimited = LockStory.of(Profile.DOCUMENTED).maps(0, 8);
    unlimited.does(new Call.SetLimit(PROJECT, 0, Usage.UNLIMITED), Outcome.Done.INSTANCE);
    unlimited.does(new Call.SetLimit(ZONE, 0, Usage.UNLIMITED), Outcome.Done.INSTANCE);
    assertEquals(List.of(FULL_PRICE, SUM), unlimited.locksFor(0, 0, 2, 1).counting(PROJECT, 0, 0));
    LockStory zoneAlone = LockStory.of(Profile.DOCUMENTED).maps(0, 8).limits(ZONE, 0, 16);
    assertEquals(
        List.of(AS_LOCK, FULL_PRICE, SUM), zoneAlone.locksFor(0, 0, 2, 1).counting(PROJECT, 0, 0));
    LockStory partly = LockStory.of(Profile.DOCUMENTED).maps(0, 8);
    assertEquals(List.of(AS_LOCK, EXACT, SUM), partly.locksFor(0, 0, 2, 1).counting(PROJECT, 0, P));
  }

  /** Process 2 is in project 5, and has pages of its own. */
  private static LockStory two() {
    return illumos().project(5, 0).limits(PROJECT, 5, 16).starts(2, 5).by(2).maps(0, 8).by(1);
  }

  @Test
  void whatIsChargedToTheCallerInsteadOfTheOwner() {
    assertEquals(
        List.of("ACCT.owner-not-caller/charge", SUM),
        two().locksFor(2, 0, 2, 1).counting(PROJECT, 0, 2 * P));
    assertEquals(
        List.of(AS_LOCK, FULL_PRICE, SUM), two().locksFor(2, 0, 2, 1).counting(PROJECT, 5, 0));
    // Its own caller, or a lock of the caller's own: nobody took one for the other.
    assertEquals(List.of(SUM), two().by(2).locksFor(2, 0, 2, 1).counting(PROJECT, 0, 2 * P));
    assertEquals(List.of(SUM), two().by(2).locks(0, 2, 1).counting(PROJECT, 0, 2 * P));
  }

  @Test
  void whatADenialLeavesCounted() {
    LockStory project = illumos().limits(PROJECT, 0, 1).refused(lock(0, 2), Errno.ENOMEM);
    assertEquals(List.of(NO_TRACE, SUM), project.counting(PROJECT, 0, 2 * P));
    project = illumos().limits(PROJECT, 0, 1).refused(lock(0, 2), Errno.ENOMEM);
    assertEquals(
        List.of("ACCT.both-or-nothing/project-denies", NO_TRACE, SUM_OF_ZONE),
        project.counting(ZONE, 0, 2 * P));
    LockStory zone = illumos().limits(ZONE, 0, 1).refused(lock(0, 2), Errno.ENOMEM);
    assertEquals(
        List.of("ACCT.both-or-nothing/zone-denies", NO_TRACE, SUM),
        zone.counting(PROJECT, 0, 2 * P));
    zone = illumos().limits(ZONE, 0, 1).refused(lock(0, 2), Errno.ENOMEM);
    assertEquals(List.of(NO_TRACE, SUM_OF_ZONE), zone.counting(ZONE, 0, 2 * P));
  }

  @Test
  void whatAFailureLeavesCounted() {
    assertEquals(
        List.of(ROLLBACK, SUM),
        illumos().refused(lock(8, 1), Errno.EFAULT).counting(PROJECT, 0, P));
    assertEquals(
        List.of(ROLLBACK, SUM),
        illumos().refused(lock(0, 1, 0), Errno.EINVAL).counting(PROJECT, 0, P));
    assertEquals(
        List.of(ROLLBACK, "LOCKMEM.as-lock/rollback", SUM),
        illumos().refused(lockmemory(0, 8, 1), Errno.EFAULT).counting(PROJECT, 0, P));
  }

  @Test
  void whatAFailureOfUmemLockmemoryAloneLeavesCounted() {
    Call longterm = lockmemory(0, 0, 1, READ | LONGTERM, CallbackVector.CLEANUP);
    assertEquals(
        List.of("LOCKMEM.registration-failure/fault", ROLLBACK, "LOCKMEM.as-lock/rollback", SUM),
        illumos()
            .fails(FaultyStep.REGISTER_CALLBACK, Errno.ENOMEM)
            .refused(longterm, Errno.ENOMEM)
            .counting(PROJECT, 0, P));
    assertEquals(
        List.of("LOCKMEM.longterm-shared-file/undone", ROLLBACK, "LOCKMEM.as-lock/rollback", SUM),
        LockStory.of(Profile.ILLUMOS)
            .limits(PROJECT, 0, 16)
            .maps(0, 1, MappingKind.FILE_SHARED, RW)
            .refused(longterm, Errno.EFAULT)
            .counting(PROJECT, 0, P));
  }

  @Test
  void aUsageBelowZero() {
    String below = "ACCT.non-negative/usage";
    assertEquals(List.of(below, SUM), documented().counting(PROJECT, 0, -P));
    // So much that it cannot be told from one below zero.
    LockStory huge = LockStory.of(Profile.DOCUMENTED).maps(0, 1L << 59);
    assertEquals(List.of(EXACT, SUM), huge.locks(0, 1L << 59, 1).counting(PROJECT, 0, -P));
  }

  @Test
  void whatIsWrongAfterAMove() {
    String locks = "ACCT.move-carries-charge/locks";
    String mlocked = "ACCT.move-carries-charge/mlocked";
    assertEquals(
        List.of(locks, SUM), two().locks(0, 2, 1).moves(1, 5, 0).counting(PROJECT, 0, 2 * P));
    assertEquals(
        List.of(mlocked, SUM), two().mlocks(0, 2).moves(1, 5, 0).counting(PROJECT, 0, 2 * P));
    assertEquals(
        List.of(mlocked, locks, SUM),
        two().mlocks(0, 2).locks(0, 2, 1).moves(1, 5, 0).counting(PROJECT, 0, 2 * P));
    LockStory ofAnother = two().by(2).locks(0, 2, 1).mlocks(0, 2).moves(1, 5, 0);
    assertEquals(List.of(SUM), ofAnother.counting(PROJECT, 0, 2 * P));
  }

  /** K-05: in documented the charge stays, and a move is no matter of the contract. */
  @Test
  void inDocumentedAMoveIsNobodysFault() {
    LockStory moved = documented().project(5, 0).locks(0, 2, 1).moves(1, 5, 0);
    assertEquals(List.of(SUM), moved.counting(PROJECT, 0, 0));
  }

  @Test
  void whatIsWrongAfterAnEntryIntoAZone() {
    LockStory entered =
        illumos().zone(7).locks(0, 2, 1).does(new Call.ZoneEnter(1, 7), new Outcome.Result(0));
    assertEquals(List.of("ACCT.zone-move/usage", SUM), entered.counting(PROJECT, 0, 2 * P));
  }

  @Test
  void whatIsWrongAfterAMoveThatWasDenied() {
    LockStory denied = two().limits(PROJECT, 5, 1).locks(0, 2, 1).moves(1, 5, Errno.EAGAIN);
    assertEquals(List.of("ACCT.move-denied/nothing-moves", SUM), denied.counting(PROJECT, 0, 0));
  }

  @Test
  void whatIsWrongAfterALimitWasSet() {
    assertEquals(
        List.of("ACCT.limit-lowered/old-locks-stay", SUM),
        illumos().locks(0, 2, 1).limits(PROJECT, 0, 1).counting(PROJECT, 0, 0));
    assertEquals(
        List.of(SUM), illumos().locks(0, 2, 1).limits(PROJECT, 0, 2).counting(PROJECT, 0, 0));
  }

  /** Whether what was found uncounted counts later is only recorded; all else is wrong. */
  @Test
  void whatIsWrongAfterALimitWasImposed() {
    LockStory uncounted = LockStory.of(Profile.ILLUMOS).maps(0, 8).locks(0, 2, 1);
    uncounted.does(new Call.GetLocked(PROJECT, 0), new Outcome.Amount(0));
    uncounted.project(7, 0).limits(PROJECT, 0, 16);
    assertEquals(List.of(SUM), uncounted.counting(PROJECT, 7, 2 * P));
    assertEquals(
        List.of("ACCT.limit-imposed-later/uncounted", SUM), uncounted.counting(PROJECT, 0, 2 * P));
    LockStory counted = LockStory.of(Profile.ILLUMOS).maps(0, 8).locks(0, 2, 1);
    counted.limits(PROJECT, 0, 16);
    assertEquals(List.of(SUM), counted.counting(PROJECT, 0, 3 * P));
  }

  @Test
  void whatIsWrongAfterAnExitOrMlock() {
    assertEquals(
        List.of("ACCT.exit/nothing-left", SUM),
        two().does(new Call.Exit(2), Outcome.Done.INSTANCE).counting(PROJECT, 5, P));
    assertEquals(
        List.of("ACCT.shared-counter/counted", SUM), two().mlocks(0, 2).counting(PROJECT, 0, 0));
  }

  @Test
  void anAllocationIsNotCounted() {
    Call alloc = new Call.UmemAlloc(P, UmemFlag.DDI_UMEM_NOSLEEP);
    Outcome given = new Outcome.Allocated(0x100, 1);
    String notCharged = "ALLOC.not-charged/usage";
    assertEquals(List.of(notCharged, SUM), illumos().does(alloc, given).counting(PROJECT, 0, P));
    assertEquals(List.of(notCharged), documented().does(alloc, given).counting(PROJECT, 0, P));
  }

  @Test
  void whatWasExpectedIsSaid() {
    assertEquals(
        "32 bytes counted for PROJECT 0; found 16",
        illumos().locks(0, 2, 1).expected(new Call.GetLocked(PROJECT, 0), new Outcome.Amount(P)));
    assertEquals(
        "0 to 32 bytes counted for PROJECT 0; found 16",
        LockStory.of(Profile.ILLUMOS)
            .maps(0, 8)
            .locks(0, 2, 1)
            .expected(new Call.GetLocked(PROJECT, 0), new Outcome.Amount(P)));
  }
}
