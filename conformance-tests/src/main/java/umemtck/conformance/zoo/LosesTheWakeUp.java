package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Wakes its worker only when the queue was empty, and the worker does one unlock each time that it
 * is woken.
 *
 * <p>Breaks UNLOCK.deferred-eventually: a queued unlock takes effect without any further call.
 */
final class LosesTheWakeUp extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private boolean woken;

      @Override
      protected void enqueue(Lock l) {
        woken |= queued().isEmpty();
        super.enqueue(l);
      }

      @Override
      protected boolean workerMayGo() {
        return woken && super.workerMayGo();
      }

      @Override
      protected Lock nextQueued() {
        woken = false;
        return super.nextQueued();
      }
    };
  }
}
