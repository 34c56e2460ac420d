package umemtck.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.conformance.judge.Situation.*;
import static umemtck.spec.ddi.Context.INTERRUPT;
import static umemtck.spec.ddi.Context.USER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemLockFlag;

/** Which situations two calls make that are out at the same time, and which they do not. */
class OverlapSituationsTest {
  private static final long PAGE = 4096;
  private static final Outcome LOCKED = new Outcome.Locked(0, 0x100);
  private static final Outcome DENIED = new Outcome.Locked(Errno.ENOMEM, 0);
  private static final Outcome FAULT = new Outcome.Locked(Errno.EFAULT, 0);
  private static final Outcome DONE = Outcome.Done.INSTANCE;
  private static final Outcome GIVEN = new Allocated(0x1000, 0x40);

  private static final int READ = UmemLockFlag.DDI_UMEMLOCK_READ;
  private static final Call LOCK = new Call.UmemLock(0, PAGE, READ);
  private static final Call LOCKMEMORY =
      new Call.UmemLockMemory(0, PAGE, READ, CallbackVector.NONE, Ids.PROCESS);
  private static final Call UNLOCK = new Call.UmemUnlock(0x200);
  private static final Call MUNMAP = new Call.Munmap(Ids.PROCESS, 0, PAGE);
  private static final Call MPROTECT = new Call.Mprotect(Ids.PROCESS, 0, PAGE, Prot.READ);
  private static final Call EXIT = new Call.Exit(2);
  private static final Call SHARE = new Call.SharedMmap(Ids.PROCESS, 0, PAGE, 0, Prot.READ);
  private static final Call FREE = new Call.UmemFree(0x80);
  private static final Call LOAD = new Call.UserMatches(Ids.PROCESS, 0, PAGE, 0);
  private static final Call REMAP = new Call.DevmapUmemRemap(1, 0x40, 0, PAGE, Prot.ALL, 0);

  private static Call alloc(long size, int flag) {
    return new Call.UmemAlloc(size, flag);
  }

  private static final Call NOSLEEP = alloc(PAGE, UmemFlag.DDI_UMEM_NOSLEEP);
  private static final Call SLEEP = alloc(PAGE, UmemFlag.DDI_UMEM_SLEEP);

  private final List<Event> events = new ArrayList<>();
  private int last;

  private int calls(Context context, Call call) {
    events.add(new Event.Invoked(++last, Ids.PROCESS, context, call));
    return last;
  }

  private void ends(int id, Outcome outcome) {
    events.add(new Event.Completed(id, outcome));
  }

  private Set<Situation> seen() {
    Set<Situation> all = new OverlapSituations(List.copyOf(events)).all();
    events.clear();
    return all;
  }

  /** Two calls that overlap, the first of which is called first. */
  private Set<Situation> both(Call a, Outcome ofA, Call b, Outcome ofB) {
    int one = calls(USER, a);
    int two = calls(USER, b);
    ends(one, ofA);
    ends(two, ofB);
    return seen();
  }

  /** In whichever order they are called, they make one situation, or none. */
  private void make(Set<Situation> expected, Call a, Outcome ofA, Call b, Outcome ofB) {
    assertEquals(expected, both(a, ofA, b, ofB), () -> a + " then " + b);
    assertEquals(expected, both(b, ofB, a, ofA), () -> b + " then " + a);
    ends(calls(USER, a), ofA);
    ends(calls(USER, b), ofB);
    assertEquals(Set.of(), seen(), () -> a + ", and when it has ended " + b);
  }

  @Test
  void locks() {
    make(Set.of(OVERLAPPED_LOCKS_ONE_DENIED), LOCK, DENIED, LOCKMEMORY, LOCKED);
    make(Set.of(), LOCK, DENIED, LOCKMEMORY, DENIED);
    make(Set.of(), LOCK, LOCKED, LOCK, LOCKED);
    make(Set.of(), LOCK, FAULT, LOCK, LOCKED);
    make(Set.of(OVERLAPPED_UNLOCK_AND_LOCK), LOCK, DENIED, UNLOCK, DONE);
    make(Set.of(OVERLAPPED_UNLOCK_AND_LOCK), LOCKMEMORY, LOCKED, UNLOCK, DONE);
  }

  @Test
  void unlocks() {
    make(Set.of(), UNLOCK, DONE, UNLOCK, DONE);
    int one = calls(USER, UNLOCK);
    ends(calls(INTERRUPT, UNLOCK), DONE);
    ends(one, DONE);
    assertEquals(Set.of(OVERLAPPED_UNLOCKS_ONE_DEFERRED), seen());
  }

  @Test
  void changesOfAnAddressSpace() {
    for (Call change : List.of(MUNMAP, MPROTECT)) {
      make(Set.of(OVERLAPPED_LOCK_AND_LAYOUT_CHANGE), LOCK, LOCKED, change, DONE);
      make(Set.of(OVERLAPPED_UNLOCK_AND_LAYOUT_CHANGE), UNLOCK, DONE, change, DONE);
      make(Set.of(OVERLAPPED_LAYOUT_CHANGES), MUNMAP, DONE, change, DONE);
      make(Set.of(), NOSLEEP, GIVEN, change, DONE);
    }
    make(
        Set.of(OVERLAPPED_UNLOCK_AND_LAYOUT_CHANGE, OVERLAPPED_UNLOCK_AND_EXIT),
        UNLOCK,
        DONE,
        EXIT,
        DONE);
  }

  @Test
  void allocations() {
    Outcome no = Allocated.REFUSED;
    make(Set.of(OVERLAPPED_ALLOCATIONS_ONE_SHORT), NOSLEEP, no, NOSLEEP, GIVEN);
    make(Set.of(), NOSLEEP, no, NOSLEEP, no);
    make(Set.of(), NOSLEEP, GIVEN, NOSLEEP, GIVEN);
    make(Set.of(), alloc(0, UmemFlag.DDI_UMEM_NOSLEEP), no, NOSLEEP, GIVEN);
    make(Set.of(), NOSLEEP, no, FREE, DONE);
    make(Set.of(OVERLAPPED_FREE_AND_SLEEPER), SLEEP, GIVEN, FREE, DONE);
    make(Set.of(), NOSLEEP, GIVEN, FREE, DONE);
  }

  @Test
  void aSleeperThatIsStillOut() {
    calls(USER, SLEEP);
    ends(calls(USER, FREE), DONE);
    assertEquals(Set.of(), seen());
  }

  @Test
  void devices() {
    Outcome yes = new Outcome.Result(0);
    make(Set.of(OVERLAPPED_FIRST_MAPPERS), SHARE, yes, SHARE, yes);
    make(Set.of(), SHARE, yes, SHARE, new Outcome.Result(Errno.ENOMEM));
    make(Set.of(), SHARE, yes, LOCK, LOCKED);
    make(Set.of(OVERLAPPED_REMAP_AND_LOAD), REMAP, yes, LOAD, Outcome.Matched.ALL);
    make(Set.of(), REMAP, yes, LOCK, LOCKED);
  }

  @Test
  void anUnlockWhileACleanupFunctionRuns() {
    int munmap = calls(USER, MUNMAP);
    events.add(new Event.CallbackBegan(munmap, 9, 0x200));
    ends(calls(USER, UNLOCK), DONE);
    assertEquals(
        Set.of(OVERLAPPED_UNLOCK_AND_CLEANUP, OVERLAPPED_UNLOCK_AND_LAYOUT_CHANGE), seen());

    int unlock = calls(USER, UNLOCK);
    events.add(new Event.CallbackBegan(munmap, 9, 0x200));
    ends(unlock, DONE);
    assertEquals(Set.of(OVERLAPPED_UNLOCK_AND_CLEANUP), seen());

    events.add(new Event.CallbackBegan(munmap, 9, 0x200));
    events.add(new Event.CallbackEnded(9));
    ends(calls(USER, UNLOCK), DONE);
    assertEquals(Set.of(), seen(), "it has come back");
  }
}
