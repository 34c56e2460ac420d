package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.reference.Caller;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemPanic;

/** Unlocks at once, by anybody; and misuse, which stops the machine. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
class KernelUnlockTest {

  private static void panics(String why, Executable misuse) {
    String said = assertThrows(UmemPanic.class, misuse).getMessage();
    assertTrue(said.contains(why), said);
  }

  private static void panicsAndStaysDown(Locker k, String why, Executable misuse) {
    panics(why, misuse);
    k.kernel.enter(Context.USER);
    panics("the machine is down", () -> k.lock(0, 1, READ));
    panics("the machine is down", () -> k.unlock(0x77));
    panics("the machine is down", () -> k.kernel.munmap(P1, Locker.addr(0), PAGE));
    panics("the machine is down", () -> k.kernel.exit(P1));
  }

  private static Locker locker() {
    Locker k = new Locker(Profile.DOCUMENTED);
    k.map(0, 4);
    return k;
  }

  @ParameterizedTest
  @EnumSource
  void byAnotherProcessAndProject(Profile profile) {
    Locker k = new Locker(profile);
    k.map(0, 4);
    long project = k.kernel.newProject(0);
    k.kernel.setLimit(Holder.PROJECT, project, 9 * PAGE);
    long p2 = k.kernel.newProcess(project);
    long lock = k.locked(0, 2);
    k.kernel.enter(p2);
    k.unlock(lock);
    assertEquals(0, k.used());
    assertEquals(0, k.used(Holder.PROCESS, P1));
    assertEquals(0, k.used(Holder.PROCESS, p2));
    assertEquals(0, k.used(Holder.PROJECT, project));
    assertEquals(2, k.kernel.pageOut());
  }

  @ParameterizedTest
  @EnumSource(names = {"USER", "KERNEL"})
  void atOnceOutsideInterrupts(Context context) {
    Locker k = locker();
    k.gate(WorkerGate.HOLD);
    long lock = k.locked(0, 2);
    k.kernel.enter(context);
    k.kernel.ddi_umem_unlock(lock);
    assertEquals(0, k.used());
    assertEquals(2, k.kernel.pageOut());
  }

  @ParameterizedTest
  @EnumSource
  void aFreeOfALockUnlocks(Profile profile) {
    Locker k = new Locker(profile);
    k.map(0, 4);
    Caller alloc = new Caller(k.kernel, k.waits);
    long lock = k.locked(0, 2);
    alloc.free(lock);
    assertEquals(0, k.used());
    assertEquals(2, k.kernel.pageOut());
    panicsAndStaysDown(k, "not locked", () -> k.unlock(lock));
  }

  @Test
  void aFreeOfALockInAnInterruptIsDeferred() {
    Locker k = locker();
    long lock = k.locked(0, 2);
    k.gate(WorkerGate.HOLD);
    k.kernel.enter(Context.INTERRUPT);
    k.kernel.ddi_umem_free(lock);
    assertEquals(2, k.used());
    k.gate(WorkerGate.RELEASE);
    assertEquals(0, k.used());
  }

  @Test
  void twice() {
    Locker k = locker();
    long lock = k.locked(0, 1);
    k.unlock(lock);
    panicsAndStaysDown(k, "unlocked twice", () -> k.unlock(lock));
  }

  @Test
  void twiceWhileItIsQueued() {
    Locker k = locker();
    long lock = k.locked(0, 1);
    k.gate(WorkerGate.HOLD);
    k.unlockInInterrupt(lock);
    panicsAndStaysDown(k, "unlocked twice", () -> k.unlock(lock));
  }

  @Test
  void freedWhileItIsQueued() {
    Locker k = locker();
    long lock = k.locked(0, 1);
    k.gate(WorkerGate.HOLD);
    k.unlockInInterrupt(lock);
    panicsAndStaysDown(k, "unlocked twice", () -> k.kernel.ddi_umem_free(lock));
  }

  @ParameterizedTest
  @CsvSource({"0", "119", "-1"})
  void aStranger(long cookie) {
    Locker k = locker();
    panicsAndStaysDown(k, "never locked", () -> k.unlock(cookie));
  }

  @Test
  void aCookieOfAnAllocation() {
    Locker k = locker();
    long cookie = new Caller(k.kernel, k.waits).alloc(1, NOSLEEP).cookie();
    panicsAndStaysDown(k, "from ddi_umem_alloc", () -> k.unlock(cookie));
  }

  @Test
  void atHighLevel() {
    Locker k = locker();
    long lock = k.locked(0, 1);
    k.kernel.enter(Context.HIGH_LEVEL_INTERRUPT);
    panicsAndStaysDown(k, "high-level", () -> k.unlock(lock));
  }

  @ParameterizedTest
  @EnumSource(names = {"KERNEL", "INTERRUPT", "HIGH_LEVEL_INTERRUPT"})
  void aLockOutsideUserContext(Context context) {
    Locker k = locker();
    k.kernel.enter(context);
    panicsAndStaysDown(k, context + " context", () -> k.lock(0, 1, READ));
    Locker other = locker();
    other.kernel.enter(context);
    CookieRef ref = new CookieRef();
    panicsAndStaysDown(
        other,
        context + " context",
        () -> other.kernel.umem_lockmemory(Locker.addr(0), PAGE, READ, ref, null, P1));
  }
}
