package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Its worker looks into the queue in one step, and begins to listen in the next.
 *
 * <p>Breaks UNLOCK.deferred-eventually: what is queued in between stays there.
 */
final class LosesWhatIsQueued extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private boolean told;

      @Override
      protected void wakeWorker() {
        setTold(true);
        super.wakeWorker();
      }

      @Override
      protected void awaitWork() {
        if (isIdle()) {
          stall("sleep");
          setTold(false);
          waits.await(this::isTold);
        }
        super.awaitWork();
      }

      private synchronized boolean isIdle() {
        return queued().isEmpty();
      }

      private synchronized void setTold(boolean to) {
        told = to;
      }

      private synchronized boolean isTold() {
        return told;
      }
    };
  }
}
