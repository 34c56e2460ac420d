package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Queues unlocks from interrupts, and has no worker.
 *
 * <p>Breaks UNLOCK.deferred-eventually: a queued unlock takes effect without any further call.
 */
final class NeverDoesQueuedUnlocks extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean workerMayGo() {
        return false;
      }
    };
  }
}
