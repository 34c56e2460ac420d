package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets ddi_umem_lock have LONGTERM, which only umem_lockmemory knows.
 *
 * <p>Breaks LOCK.flags-unknown: any bit but READ and WRITE gives EINVAL.
 */
final class AcceptsLongtermInAPlainLock extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean knowsFlags(LockRequest r) {
        return (r.flags() & ~0x7) == 0;
      }

      @Override
      protected boolean hasNeededFunction(LockRequest r) {
        return !r.lockmemory() || super.hasNeededFunction(r);
      }
    };
  }
}
