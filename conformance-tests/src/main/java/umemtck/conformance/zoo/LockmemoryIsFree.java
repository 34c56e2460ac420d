package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not charge what umem_lockmemory locks.
 *
 * <p>Breaks LOCKMEM.as-lock: umem_lockmemory charges as ddi_umem_lock does.
 */
final class LockmemoryIsFree extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isCounted(LockRequest r) {
        return !r.lockmemory() && super.isCounted(r);
      }
    };
  }
}
