package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.LockStory.LONGTERM;
import static umemtck.reference.model.LockStory.P;
import static umemtck.reference.model.LockStory.READ;
import static umemtck.reference.model.LockStory.illumos;
import static umemtck.reference.model.LockStory.lockmemory;
import static umemtck.spec.ddi.Context.INTERRUPT;
import static umemtck.spec.ddi.Context.KERNEL;
import static umemtck.spec.ddi.Holder.PROJECT;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.WorkerGate;

/** Which facets a wrong usage is held against after an unlock. */
class CreditBlameTest {
  private static final String SUM = "ACCT.conservation/project";
  private static final String CREDIT = "ACCT.exact-size/credit";
  private static final String IMMEDIATE = "UNLOCK.immediate/usage";
  private static final String RELEASES = "UNLOCK.releases/charge";
  private static final String OTHER_PROCESS = "UNLOCK.any-thread/other-process";
  private static final String FROM_KERNEL = "UNLOCK.any-thread/kernel";
  private static final String AFTER_MOVE = "ACCT.credit-same-party/after-move";

  /** Two pages of process 1 are locked; process 2 is in project 5. */
  private static LockStory locked() {
    return illumos().project(5, 0).limits(PROJECT, 5, 16).starts(2, 5).locks(0, 2, 1);
  }

  @Test
  void whatIsNotCreditedOrNotInFull() {
    assertEquals(
        List.of(IMMEDIATE, RELEASES, SUM), locked().unlocks(1).counting(PROJECT, 0, 2 * P));
    assertEquals(List.of(CREDIT, SUM), locked().unlocks(1).counting(PROJECT, 0, P));
  }

  @Test
  void inAnInterruptNobodyExpectsItAtOnce() {
    assertEquals(
        List.of(CREDIT, SUM), locked().unlocks(INTERRUPT, 1).rests().counting(PROJECT, 0, P));
  }

  @Test
  void whoUnlockedIsToldWherePartiesAreMistaken() {
    assertEquals(
        List.of(OTHER_PROCESS, IMMEDIATE, RELEASES, SUM),
        locked().by(2).unlocks(1).counting(PROJECT, 0, 2 * P));
    assertEquals(
        List.of(FROM_KERNEL, IMMEDIATE, RELEASES, SUM),
        locked().unlocks(KERNEL, 1).counting(PROJECT, 0, 2 * P));
    assertEquals(List.of(OTHER_PROCESS, SUM), locked().by(2).unlocks(1).counting(PROJECT, 5, P));
    assertEquals(List.of(SUM), locked().unlocks(1).counting(PROJECT, 5, P));
  }

  @Test
  void whoMovedIsCreditedWhereTheChargeIs() {
    assertEquals(
        List.of(AFTER_MOVE, SUM), locked().moves(1, 5, 0).unlocks(1).counting(PROJECT, 0, 2 * P));
    assertEquals(
        List.of(AFTER_MOVE, IMMEDIATE, RELEASES, SUM),
        locked().moves(1, 5, 0).unlocks(1).counting(PROJECT, 5, 2 * P));
  }

  @Test
  void anUnlockIsStillOwedAfterTheFunctionRan() {
    assertEquals(
        List.of(IMMEDIATE, RELEASES, "LOCKMEM.unlock-still-required/one-unlock", SUM),
        calledBack().unlocks(1).counting(PROJECT, 0, 2 * P));
    assertEquals(
        List.of("LOCKMEM.unlock-still-required/charge-stays", SUM),
        calledBack().counting(PROJECT, 0, 0));
  }

  private static LockStory calledBack() {
    LockStory story = illumos();
    Call longterm = lockmemory(0, 0, 2, READ | LONGTERM, CallbackVector.CLEANUP);
    int lock = story.calls(longterm);
    story.ends(lock, new Outcome.Locked(0, 1));
    return story.called(story.calls(story.unmap(0, 1)), lock, 1).cameBack(lock);
  }

  @Test
  void aFreeOfALockCookie() {
    LockStory freed = locked().does(new Call.UmemFree(1), Outcome.Done.INSTANCE);
    assertEquals(
        List.of("FREE.locked-cookie-unlocks/acts-as-unlock", SUM),
        freed.counting(PROJECT, 0, P).stream().distinct().toList());
  }

  /** The unlock of process 1's lock is queued, and the worker held. */
  private static LockStory queued(LockStory story, Context context) {
    story.gate(WorkerGate.HOLD).unlocks(context, 1);
    return story.does(new Call.GetLocked(PROJECT, story.carrier(1)), new Outcome.Amount(2 * P));
  }

  @Test
  void whatIsCreditedWhileTheUnlockIsQueued() {
    String real = "UNLOCK.credit-when-real/usage";
    assertEquals(List.of(real, SUM), queued(locked(), INTERRUPT).counting(PROJECT, 0, 0));
    assertEquals(List.of(CREDIT, SUM), queued(locked(), INTERRUPT).counting(PROJECT, 0, P));
    assertEquals(List.of(SUM), queued(locked(), INTERRUPT).counting(PROJECT, 5, P));
    assertEquals(
        List.of(OTHER_PROCESS, real, SUM),
        queued(locked().by(2), INTERRUPT).counting(PROJECT, 0, 0));
    assertEquals(
        List.of(AFTER_MOVE, real, SUM),
        queued(locked().moves(1, 5, 0), INTERRUPT).counting(PROJECT, 5, 0));
  }

  @Test
  void whatTheWorkerDoesNotCredit() {
    assertEquals(
        List.of("UNLOCK.deferred-eventually/settled", SUM),
        settled(locked()).counting(PROJECT, 0, 2 * P));
    assertEquals(List.of(CREDIT, SUM), settled(locked()).counting(PROJECT, 0, P));
    assertEquals(List.of(SUM), settled(locked()).counting(PROJECT, 5, P));
    assertEquals(
        List.of(AFTER_MOVE, CREDIT, SUM), settled(locked().moves(1, 5, 0)).counting(PROJECT, 5, P));
    assertEquals(
        List.of("UNLOCK.deferred-eventually/settled", SUM),
        settled(locked().moves(1, 5, 0)).counting(PROJECT, 5, 2 * P));
  }

  private static LockStory settled(LockStory story) {
    return queued(story, INTERRUPT).gate(WorkerGate.RELEASE).rests();
  }

  /** Of three unlocks that are queued, of 2, 4 and 1 pages, the worker has done the first. */
  private static LockStory stepped() {
    LockStory story = locked().locks(2, 4, 2).locks(6, 1, 3).gate(WorkerGate.HOLD);
    story.unlocks(INTERRUPT, 1).unlocks(INTERRUPT, 2).unlocks(INTERRUPT, 3);
    story.does(new Call.GetLocked(PROJECT, 0), new Outcome.Amount(7 * P));
    story.gate(WorkerGate.STEP).rests();
    return story.does(new Call.GetLocked(PROJECT, 0), new Outcome.Amount(5 * P));
  }

  @Test
  void whatTheWorkerDoesBeyondTheOneItWasLet() {

    assertEquals(List.of("UNLOCK.deferred-fifo/order"), stepped().counting(PROJECT, 0, P));
    assertEquals(List.of("UNLOCK.deferred-fifo/order"), stepped().counting(PROJECT, 0, 0));
    // What makes up no unlocks in their order is another matter.
    assertEquals(List.of(CREDIT, SUM), stepped().counting(PROJECT, 0, 2 * P));
    assertEquals(List.of(CREDIT, SUM), stepped().counting(PROJECT, 0, 7 * P));
  }

  /** An unlock that is under way unpins, then credits: in between others may see what they like. */
  @Test
  void theChargeMayOutliveThePages() {
    LockStory story = illumos().limits(PROJECT, 0, 8).locks(0, 2, 1);
    int unlock = story.calls(new Call.UmemUnlock(1));
    story.unmaps(0, 2).does(new Call.GetLocked(PROJECT, 0), new Outcome.Amount(2 * P));
    story.ends(unlock, Outcome.Done.INSTANCE);
    assertEquals(List.of(IMMEDIATE, RELEASES, SUM), story.counting(PROJECT, 0, 2 * P));
  }
}
