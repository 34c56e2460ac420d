package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Rounds the addr of a lock down to a page, and locks from there.
 *
 * <p>Breaks LOCK.addr-aligned: an addr that is not page aligned gives EINVAL.
 */
final class RoundsTheAddressDown extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isAddrAligned(LockRequest r) {
        return true;
      }
    };
  }
}
