package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.model.LockStory.P;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;

/** Who is blamed first if no order of calls that overlap is legal. */
class OverlapBlameTest {
  private static final String ATOMIC = "ACCT.atomic/overlapping";
  private static final String EXIT = "ACCT.exit/overlapping";
  private static final String BOTH = "ACCT.both-or-nothing/overlapping";
  private static final String ONCE = "SHARED.allocate-once/overlapping";
  private static final String EITHER = "REMAP.atomic-with-faults/overlapping";
  private static final String LIMIT = "ACCT.project-limit/refused";

  private static final Outcome DENIED = new Outcome.Locked(Errno.ENOMEM, 0);
  private static final Outcome FAULT = new Outcome.Locked(Errno.EFAULT, 0);
  private static final Outcome DONE = Outcome.Done.INSTANCE;

  /** Eight pages are mapped, of which so many may be locked. */
  private static Overlap pages(int limit) {
    return Overlap.of(Profile.ILLUMOS).maps(0, 8).limits(limit);
  }

  private static Outcome locked(long cookie) {
    return new Outcome.Locked(0, cookie);
  }

  private static Call lock(int page) {
    return LockStory.lock(page, 1);
  }

  private static String first(Overlap o) {
    return o.blamed().get(0);
  }

  // ---- Test and count are one step.

  @Test
  void twoLocksThatBothGetTheLastPage() {
    Overlap o = pages(1);
    int one = o.calls(lock(0));
    int two = o.calls(lock(1));
    List<String> blamed = o.ends(one, locked(0x100)).ends(two, locked(0x200)).blamed();
    assertEquals(ATOMIC, blamed.get(0));
    assertTrue(blamed.contains(LIMIT), "whoever owes the answer is blamed behind it");
  }

  @Test
  void oneAfterTheOther() {
    Overlap o = pages(1);
    o.ends(o.calls(lock(0)), locked(0x100));
    assertEquals(LIMIT, first(o.ends(o.calls(lock(1)), locked(0x200))));
  }

  /** What was out before counts, what is called behind it does not. */
  @Test
  void anotherIsCalledTooLate() {
    Overlap o = pages(0);
    int one = o.calls(lock(0));
    o.ends(one, locked(0x100));
    int two = o.calls(lock(1));
    assertEquals(LIMIT, first(o.ends(two, DENIED)));
  }

  @Test
  void twoLocksBehindOneThatHasEnded() {
    Overlap o = pages(2);
    o.ends(o.calls(lock(7)), locked(0x700));
    int one = o.calls(lock(0));
    int two = o.calls(lock(1));
    assertEquals(ATOMIC, first(o.ends(one, locked(0x100)).ends(two, locked(0x200))));
  }

  @Test
  void besideALockOfAnotherKind() {
    Overlap o = pages(1);
    int one = o.calls(LockStory.lockmemory(Ids.PROCESS, 0, 1));
    int two = o.calls(lock(1));
    assertEquals(ATOMIC, first(o.ends(one, locked(0x100)).ends(two, locked(0x200))));
  }

  @Test
  void besideAnUnlock() {
    Overlap o = pages(1).locks(0, 1, 0x100);
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    int lock = o.calls(LockStory.lock(1, 2));
    assertEquals(ATOMIC, first(o.ends(lock, locked(0x200)).ends(unlock, DONE)));
  }

  @Test
  void besideWhatIsNotCounted() {
    Overlap o = pages(1);
    int munmap = o.calls(LockStory.documented().unmap(7, 1));
    int lock = o.calls(LockStory.lock(0, 2));
    assertEquals(LIMIT, first(o.ends(lock, locked(0x100)).ends(munmap, DONE)));
  }

  @Test
  void aWrongErrorIsNoMatterOfCounting() {
    Overlap o = pages(8);
    int one = o.calls(lock(0));
    int two = o.calls(lock(1));
    assertTrue(!o.ends(one, locked(0x100)).ends(two, FAULT).blamed().contains(ATOMIC));
  }

  @Test
  void aDenialThatNoOrderExplains() {
    Overlap o = pages(8);
    int one = o.calls(lock(0));
    int two = o.calls(lock(1));
    assertEquals(ATOMIC, first(o.ends(one, locked(0x100)).ends(two, DENIED)));
  }

  // ---- Denied by one limit, counted against the other.

  @Test
  void twoDenialsOfWhichOneMustHaveWon() {
    Overlap o = pages(1);
    int one = o.calls(lock(0));
    int two = o.calls(lock(1));
    List<String> blamed = o.ends(one, DENIED).ends(two, DENIED).blamed();
    assertEquals(List.of(BOTH, ATOMIC), blamed.subList(0, 2));
  }

  @Test
  void aDenialBesideASuccessThatIsTooMuch() {
    Overlap o = pages(1);
    int one = o.calls(lock(0));
    int two = o.calls(lock(1));
    int three = o.calls(lock(2));
    o.ends(one, locked(0x100)).ends(two, DENIED).ends(three, locked(0x300));
    assertEquals(ATOMIC, first(o));
  }

  @Test
  void anotherErrorIsNoDenial() {
    Overlap o = pages(8);
    int one = o.calls(LockStory.lock(9, 1));
    int two = o.calls(lock(0));
    assertEquals(ATOMIC, first(o.ends(one, FAULT).ends(two, DENIED)));
  }

  // ---- Nothing is charged for who has finished exiting.

  private static Overlap twoProcesses() {
    return pages(1)
        .does(new Call.NewProcess(Ids.PROJECT), new Outcome.Created(2))
        .does(
            new Call.Mmap(2, Overlap.at(0), P, MappingKind.ANON_PRIVATE, Prot.READ | Prot.WRITE),
            DONE)
        .does(LockStory.lockmemory(2, 0, 1), locked(0x100));
  }

  @Test
  void aDenialBehindAnExit() {
    Overlap o = twoProcesses();
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    int exit = o.calls(new Call.Exit(2));
    o.ends(unlock, DONE).ends(exit, DONE);
    int lock = o.calls(lock(0));
    List<String> blamed = o.ends(lock, DENIED).blamed();
    assertEquals(List.of(EXIT, ATOMIC), blamed.subList(0, 2));
  }

  @Test
  void aDenialBeforeAnExitHasEnded() {
    Overlap o = twoProcesses();
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    int exit = o.calls(new Call.Exit(2));
    o.ends(unlock, DONE);
    int lock = o.calls(lock(0));
    List<String> blamed = o.ends(lock, DENIED).ends(exit, DONE).blamed();
    assertTrue(!blamed.contains(EXIT) && !blamed.contains(ATOMIC), blamed::toString);
  }

  @Test
  void aSuccessBehindAnExit() {
    Overlap o = twoProcesses();
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    int exit = o.calls(new Call.Exit(2));
    o.ends(unlock, DONE).ends(exit, DONE);
    int lock = o.calls(LockStory.lock(0, 2));
    List<String> blamed = o.ends(lock, locked(0x200)).blamed();
    assertTrue(!blamed.contains(EXIT) && !blamed.contains(ATOMIC), blamed::toString);
  }

  // ---- Two first mappers.

  private static Call share(int page) {
    return new Call.SharedMmap(Ids.PROCESS, Overlap.at(page), P, 0, Prot.READ | Prot.WRITE);
  }

  @Test
  void twoFirstMappersOfWhomOneIsRefused() {
    Overlap o = Overlap.of(Profile.ILLUMOS);
    int one = o.calls(share(0));
    int two = o.calls(share(1));
    Outcome refused = new Outcome.Panicked("bad trap");
    assertEquals(ONCE, first(o.ends(one, new Outcome.Result(0)).ends(two, refused)));
  }

  @Test
  void aFirstMapperAlone() {
    Overlap o = Overlap.of(Profile.ILLUMOS);
    int one = o.calls(share(0));
    assertTrue(!o.ends(one, new Outcome.Panicked("bad trap")).blamed().contains(ONCE));
  }

  @Test
  void aFirstMapperBesideWhoDoesNotMap() {
    Overlap o = pages(8);
    int one = o.calls(share(9));
    int two = o.calls(lock(0));
    o.ends(one, new Outcome.Panicked("bad trap")).ends(two, locked(0x100));
    assertTrue(!o.blamed().contains(ONCE));
  }

  @Test
  void whoDoesNotMapIsNoMapper() {
    Overlap o = pages(8);
    int one = o.calls(share(9));
    int two = o.calls(lock(0));
    o.ends(one, new Outcome.Result(0)).ends(two, FAULT);
    assertTrue(!o.blamed().contains(ONCE));
  }

  // ---- A remap meets a fault.

  private static Overlap exported() {
    Overlap o = Overlap.of(Profile.ILLUMOS).free(8);
    for (int cookie = 1; cookie <= 2; cookie++) {
      o.does(Overlap.alloc(1), new Outcome.Allocated(ExportStory.kernel(cookie), cookie));
      o.does(new Call.MemoryFill(ExportStory.kernel(cookie), P, cookie), DONE);
    }
    return o.does(
        ExportStory.mmapOf(0, 1, ExportStory.setup(1, 0, 1, ExportStory.REMAP), null),
        ExportStory.twice(0, Outcome.Mapped.NOT_MADE, 1));
  }

  private static Overlap sees(Overlap o, Call beside, Outcome end, int found) {
    int other = o.calls(beside);
    int look = o.calls(new Call.UserMatches(Ids.PROCESS, Overlap.at(0), P, 1));
    return o.ends(look, new Outcome.Matched(0, found)).ends(other, end);
  }

  @Test
  void whatIsSeenIsNeitherOfTheTwo() {
    Call remap = ExportStory.remap(1, 2, 0, 1);
    assertEquals(EITHER, first(sees(exported(), remap, new Outcome.Result(0), 3)));
    assertTrue(
        !sees(exported(), lock(1), FAULT, 3).blamed().contains(EITHER), "nothing is remapped");
  }

  @Test
  void whatIsSeenIsTheOther() {
    sees(exported(), ExportStory.remap(1, 2, 0, 1), new Outcome.Result(0), 2).legal();
  }

  @Test
  void aLockBesideARemapIsNotBlamedForIt() {
    Overlap o = exported().maps(4, 1);
    int remap = o.calls(ExportStory.remap(1, 2, 0, 1));
    int lock = o.calls(LockStory.lock(4, 1));
    o.ends(lock, FAULT).ends(remap, new Outcome.Result(0));
    assertTrue(!o.blamed().contains(EITHER));
  }

  // ---- Cleanup functions.

  private static Overlap longterm() {
    Call lock =
        LockStory.lockmemory(
            Ids.PROCESS, 0, 1, LockStory.READ | LockStory.LONGTERM, CallbackVector.CLEANUP);
    return pages(8).does(lock, locked(0x100));
  }

  @Test
  void aFunctionThatIsCalledTwice() {
    Overlap o = longterm();
    int lock = o.last();
    int munmap = o.calls(LockStory.documented().unmap(0, 1));
    o.began(munmap, lock, 0x100).cameBack(lock).began(munmap, lock, 0x100);
    assertEquals("LOCKMEM.callback-at-most-once/once", first(o));
  }

  /** The first call unlocks, so that the second finds nothing. */
  @Test
  void aFunctionThatTwoEventsCall() {
    Overlap o = longterm();
    int lock = o.last();
    int one = o.calls(LockStory.documented().unmap(0, 1));
    int two = o.calls(LockStory.documented().unmap(1, 1));
    o.began(one, lock, 0x100);
    o.ends(o.calls(new Call.UmemUnlock(0x100)), DONE).cameBack(lock);
    List<String> blamed = o.began(two, lock, 0x100).blamed();
    assertEquals(
        List.of("LOCKMEM.callback-at-most-once/once", "LOCKMEM.unlock-cancels/never-runs"), blamed);
  }

  @Test
  void aFunctionThatIsCalledBehindAnUnlock() {
    Overlap o = longterm();
    int lock = o.last();
    o.ends(o.calls(new Call.UmemUnlock(0x100)), DONE);
    int munmap = o.calls(LockStory.documented().unmap(0, 1));
    assertEquals("LOCKMEM.unlock-cancels/never-runs", first(o.began(munmap, lock, 0x100)));
  }

  @Test
  void aFunctionThatIsCalledOnceWithAnotherCookie() {
    Overlap o = longterm();
    int lock = o.last();
    int munmap = o.calls(LockStory.documented().unmap(0, 1));
    assertEquals("LOCKMEM.callback-argument/cookie", first(o.began(munmap, lock, 0x200)));
  }

  // ---- What is counted behind them.

  @Test
  void aUsageThatIsWrongBehindTwoLocks() {
    Overlap o = pages(8);
    int one = o.calls(lock(0));
    int two = o.calls(lock(1));
    o.ends(one, locked(0x100)).ends(two, locked(0x200));
    assertEquals(ATOMIC, o.counting(P).get(0));
  }

  @Test
  void aUsageThatIsWrongBehindLocksThatDidNotOverlap() {
    Overlap o = pages(8);
    o.ends(o.calls(lock(0)), locked(0x100));
    o.ends(o.calls(lock(1)), locked(0x200));
    assertTrue(!o.counting(P).contains(ATOMIC));
  }

  @Test
  void aUsageThatIsWrongBehindALockAndWhatIsNotCounted() {
    Overlap o = pages(8);
    int munmap = o.calls(LockStory.documented().unmap(7, 1));
    int lock = o.calls(lock(0));
    assertTrue(!o.ends(munmap, DONE).ends(lock, locked(0x100)).counting(0).contains(ATOMIC));
  }

  @Test
  void aUsageThatIsWrongBehindAnExitThatAnUnlockOverlapped() {
    Overlap o = twoProcesses();
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    int exit = o.calls(new Call.Exit(2));
    List<String> blamed = o.ends(unlock, DONE).ends(exit, DONE).counting(P);
    assertEquals("ACCT.exit/nothing-left", blamed.get(0));
    assertTrue(!blamed.contains(ATOMIC), blamed::toString);
  }

  @Test
  void aUsageThatIsWrongBehindTwoLayoutChanges() {
    Overlap o = pages(8).does(new Call.NewProcess(Ids.PROJECT), new Outcome.Created(2));
    int one = o.calls(LockStory.documented().unmap(6, 1));
    int two = o.calls(new Call.Exit(2));
    assertTrue(!o.ends(one, DONE).ends(two, DONE).counting(P).contains(ATOMIC));
  }

  // ---- Who is still out behind them.

  @Test
  void whoWaitsBesideAnUnlockWaitsForIt() {
    Overlap o = pages(8).locks(0, 1, 0x100);
    o.calls(LockStory.documented().unmap(0, 1));
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    assertEquals(List.of("UNLOCK.wakes-waiters/munmap"), o.ends(unlock, DONE).resting());
  }

  @Test
  void whoWaitsBehindAnUnlockWaitsForNothing() {
    Overlap o = pages(8).locks(0, 1, 0x100);
    o.ends(o.calls(new Call.UmemUnlock(0x100)), DONE);
    o.calls(LockStory.documented().unmap(0, 1));
    assertTrue(!o.resting().contains("UNLOCK.wakes-waiters/munmap"));
  }

  @Test
  void whoWaitsBesideAnotherCallWaitsForNothing() {
    Overlap o = pages(8);
    o.calls(LockStory.documented().unmap(0, 1));
    o.ends(o.calls(lock(1)), locked(0x100));
    assertTrue(!o.resting().contains("UNLOCK.wakes-waiters/munmap"));
  }
}
