package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Panics when NULL is exported.
 *
 * <p>Breaks DEVMAP.null-cookie: a NULL cookie answers -1.
 */
final class FollowsANullCookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isNull(DevmapRequest r) {
        if (super.isNull(r)) {
          throw panic("devmap_umem_setup: bad trap at address 0");
        }
        return false;
      }
    };
  }
}
