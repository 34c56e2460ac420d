package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.kernel.Locker.LONGTERM;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.READ;
import static umemtck.reference.kernel.Locker.RW;
import static umemtck.reference.kernel.Locker.cookie;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome.Locked;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.WorkerGate;

/** Cleanup functions: when they are called, with what, and how often. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
@ParameterizedClass
@EnumSource
class KernelCallbackTest {
  @Parameter Profile profile;
  private Locker k;
  private final List<Long> called = new ArrayList<>();

  @BeforeEach
  void boot() {
    k = new Locker(profile);
    k.map(0, 8);
  }

  private void record(long cookie) {
    called.add(cookie);
  }

  @Test
  void munmapCallsTheOldestFirstAndWaits() {
    long a = k.lockedCalling(0, 2, this::record);
    long b = k.lockedCalling(1, 3, this::record);
    long beside = k.lockedCalling(4, 1, this::record);
    CompletableFuture<Void> munmap = k.munmap(1, 3);
    assertEquals(List.of(a, b), called);
    assertFalse(munmap.isDone(), "LOCKMEM.event-waits-for-unlock");
    assertEquals(6, k.used(), "LOCKMEM.unlock-still-required");
    k.unlock(b);
    assertFalse(munmap.isDone());
    k.unlock(a);
    assertTrue(munmap.isDone());
    assertEquals(List.of(a, b), called);
    k.unlock(beside);
    assertEquals(0, k.used());
  }

  @Test
  void unlockInside() {
    long a = k.lockedCalling(0, 2, k.kernel::ddi_umem_unlock);
    assertNotEquals(0, a);
    assertTrue(k.munmap(0, 8).isDone());
    assertEquals(0, k.used());
  }

  @Test
  void mprotectAndExitCallToo() {
    long a = k.lockedCalling(0, 2, this::record);
    assertFalse(k.mprotect(1, 1, Prot.READ).isDone());
    assertEquals(List.of(a), called);
    long p2 = k.kernel.newProcess(0);
    k.map(p2, 0, 2, MappingKind.ANON_PRIVATE, RW);
    var ops = Locker.calling(this::record);
    long b = cookie(k.lockmemory(0, 2, READ | LONGTERM, ops, p2));
    CompletableFuture<Void> exit = k.exit(p2);
    assertEquals(List.of(a, b), called);
    k.unlock(b);
    assertTrue(exit.isDone());
  }

  @Test
  void atMostOnce() {
    long a = k.lockedCalling(0, 4, this::record);
    CompletableFuture<Void> first = k.munmap(0, 1);
    CompletableFuture<Void> second = k.mprotect(2, 1, Prot.READ);
    assertEquals(List.of(a), called);
    k.unlock(a);
    assertTrue(first.isDone() && second.isDone());
    assertEquals(List.of(a), called);
  }

  @Test
  void withoutLongtermToo() {
    long a = cookie(k.lockmemory(0, 1, READ, Locker.calling(this::record), 0));
    k.munmap(0, 1);
    assertEquals(List.of(a), called);
  }

  @Test
  void anUnlockCancels() {
    k.unlock(k.lockedCalling(0, 2, this::record));
    long plain = k.locked(0, 2);
    CompletableFuture<Void> munmap = k.munmap(0, 2);
    k.unlock(plain);
    assertTrue(munmap.isDone());
    assertEquals(List.of(), called);
  }

  @Test
  void aQueuedUnlockCancels() {
    long a = k.lockedCalling(0, 2, this::record);
    k.gate(WorkerGate.HOLD);
    k.unlockInInterrupt(a);
    CompletableFuture<Void> munmap = k.munmap(0, 2);
    assertFalse(munmap.isDone());
    k.gate(WorkerGate.RELEASE);
    assertTrue(munmap.isDone());
    assertEquals(List.of(), called);
  }

  @Test
  void anUnlockWhileTheFunctionRuns() {
    boolean[] go = {false};
    long a =
        k.lockedCalling(
            0,
            2,
            cookie -> {
              record(cookie);
              k.waits.await(() -> go[0]);
            });
    CompletableFuture<Void> munmap = k.munmap(0, 2);
    assertEquals(List.of(a), called);
    k.unlock(a);
    assertEquals(0, k.used(), "the unlock does not wait for it");
    assertFalse(munmap.isDone());
    assertTrue(k.kernel.isTaken(a), "the cookie is not given again");
    go[0] = true;
    k.waits.changed();
    k.waits.settle();
    assertTrue(munmap.isDone());
    assertFalse(k.kernel.isTaken(a));
  }

  @Test
  void aFunctionThatUnlocksForTheNextCancelsIt() {
    long[] second = {0};
    k.lockedCalling(
        0,
        1,
        cookie -> {
          k.kernel.ddi_umem_unlock(cookie);
          k.kernel.ddi_umem_unlock(second[0]);
        });
    second[0] = k.lockedCalling(0, 2, this::record);
    assertTrue(k.munmap(0, 2).isDone());
    assertEquals(List.of(), called);
  }

  @Test
  void aLockMadeWhileTheEventWaitsIsCalledToo() {
    long plain = k.locked(0, 1);
    CompletableFuture<Void> munmap = k.munmap(0, 2);
    long late = k.lockedCalling(1, 1, this::record);
    assertEquals(List.of(late), called);
    k.unlock(plain);
    assertFalse(munmap.isDone());
    k.unlock(late);
    assertTrue(munmap.isDone());
  }

  @Test
  void anExitingProcessRegistersNothing() {
    long p2 = k.kernel.newProcess(0);
    k.map(p2, 0, 2, MappingKind.ANON_PRIVATE, RW);
    long plain = cookie(k.lockmemory(0, 1, READ, null, p2));
    CompletableFuture<Void> exit = k.exit(p2);
    var ops = Locker.calling(this::record);
    assertEquals(new Locked(Errno.ENOMEM, 0), k.lockmemory(1, 1, READ | LONGTERM, ops, p2));
    assertEquals(1, k.used());
    k.unlock(plain);
    assertTrue(exit.isDone(), "nothing stayed pinned");
    assertEquals(0, k.used());
    assertEquals(List.of(), called);
  }

  @Test
  void aVforkedChildCallsNobodyWhenItExits() {
    long a = k.lockedCalling(0, 2, this::record);
    assertTrue(k.exit(k.kernel.vfork(P1)).isDone());
    assertEquals(List.of(), called);
    k.munmap(0, 2);
    assertEquals(List.of(a), called);
  }
}
