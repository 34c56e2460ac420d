package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does queued unlocks in the reverse order.
 *
 * <p>Legal: the order is a quality (UNLOCK.deferred-fifo).
 */
final class DoesTheNewestUnlockFirst extends ZooSubject {
  DoesTheNewestUnlockFirst() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Lock nextQueued() {
        return queued().get(queued().size() - 1);
      }
    };
  }
}
