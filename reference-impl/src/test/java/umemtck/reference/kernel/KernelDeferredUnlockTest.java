package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.WorkerGate;

/** In interrupt context an unlock is queued; the worker does it, one at a time, oldest first. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
@ParameterizedClass
@EnumSource
class KernelDeferredUnlockTest {
  @Parameter Profile profile;
  private Locker k;
  private long one;
  private long two;
  private long four;

  @BeforeEach
  void boot() {
    k = new Locker(profile);
    k.map(0, 8);
    one = k.locked(0, 1);
    two = k.locked(1, 2);
    four = k.locked(3, 4);
  }

  @Test
  void theWorkerNeedsNoFurtherCall() {
    for (long cookie : new long[] {four, one, two}) {
      k.unlockInInterrupt(cookie);
    }
    assertEquals(0, k.used());
    assertEquals(7, k.kernel.pageOut());
  }

  @Test
  void nothingChangesUntilItIsDone() {
    k.limit(7 * PAGE);
    k.gate(WorkerGate.HOLD);
    k.unlockInInterrupt(four);
    assertEquals(7, k.used());
    assertEquals(Errno.ENOMEM, k.lock(0, 1, READ).errno(), "UNLOCK.credit-when-real");
    assertEquals(0, k.kernel.pageOut());
    CompletableFuture<Void> munmap = k.munmap(3, 4);
    assertFalse(munmap.isDone());
    k.gate(WorkerGate.RELEASE);
    assertEquals(3, k.used());
    assertTrue(munmap.isDone());
  }

  @Test
  void stepByStepOldestFirst() {
    k.gate(WorkerGate.HOLD);
    k.unlockInInterrupt(two);
    k.unlockInInterrupt(four);
    k.unlockInInterrupt(one);
    assertEquals(7, k.used());
    k.gate(WorkerGate.STEP);
    assertEquals(5, k.used());
    k.gate(WorkerGate.STEP);
    assertEquals(1, k.used());
    k.gate(WorkerGate.STEP);
    assertEquals(0, k.used());
  }

  @Test
  void aStepWithNothingQueuedIsNotKept() {
    k.gate(WorkerGate.STEP);
    k.unlockInInterrupt(two);
    assertEquals(7, k.used(), "held");
    k.gate(WorkerGate.STEP);
    assertEquals(5, k.used());
    k.unlockInInterrupt(one);
    assertEquals(5, k.used(), "held again");
    k.gate(WorkerGate.RELEASE);
    assertEquals(4, k.used());
    k.unlockInInterrupt(four);
    assertEquals(0, k.used(), "let go for good");
  }

  @Test
  void aStepFromReleasedHolds() {
    k.gate(WorkerGate.STEP);
    k.gate(WorkerGate.RELEASE);
    k.unlockInInterrupt(one);
    assertEquals(6, k.used());
    k.gate(WorkerGate.STEP);
    k.unlockInInterrupt(two);
    assertEquals(6, k.used());
  }

  @Test
  void anImmediateUnlockOvertakes() {
    k.gate(WorkerGate.HOLD);
    k.unlockInInterrupt(four);
    k.unlock(one);
    assertEquals(6, k.used());
    k.gate(WorkerGate.RELEASE);
    assertEquals(2, k.used());
  }

  @Test
  void exitWaitsForTheQueue() {
    long p2 = k.kernel.newProcess(0);
    k.map(p2, 0, 2, umemtck.spec.ddi.MappingKind.ANON_PRIVATE, Locker.RW);
    long lock = Locker.cookie(k.lockmemory(0, 2, READ, null, p2));
    k.gate(WorkerGate.HOLD);
    k.unlockInInterrupt(lock);
    CompletableFuture<Void> exit = k.exit(p2);
    assertFalse(exit.isDone());
    k.gate(WorkerGate.STEP);
    assertTrue(exit.isDone());
    assertEquals(7, k.used());
  }

  @Test
  void noThreadUntilTheFirst() {
    int[] threads = {0};
    var waits =
        new umemtck.spec.subject.Waits() {
          @Override
          public void await(java.util.function.BooleanSupplier until) {}

          @Override
          public void changed() {}

          @Override
          public void thread(Runnable body) {
            threads[0]++;
          }
        };
    Kernel kernel = new Kernel(KernelOptions.of(profile), waits);
    kernel.mmap(1, Locker.addr(0), PAGE, umemtck.spec.ddi.MappingKind.DEVICE, Locker.RW);
    var ref = new umemtck.spec.subject.CookieRef();
    kernel.ddi_umem_lock(Locker.addr(0), PAGE, READ, ref);
    kernel.ddi_umem_unlock(ref.get());
    assertEquals(0, threads[0]);
    for (int i = 0; i < 2; i++) {
      kernel.ddi_umem_lock(Locker.addr(0), PAGE, READ, ref);
      kernel.enter(Context.INTERRUPT);
      kernel.ddi_umem_unlock(ref.get());
      kernel.enter(Context.USER);
    }
    assertEquals(1, threads[0]);
  }
}
