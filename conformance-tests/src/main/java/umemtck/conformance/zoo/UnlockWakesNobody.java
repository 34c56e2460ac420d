package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Unpins, and does not tell those who wait for the pages.
 *
 * <p>Breaks UNLOCK.wakes-waiters: whoever waits for the pages goes on.
 */
final class UnlockWakesNobody extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void wakeWaiters() {}
    };
  }
}
