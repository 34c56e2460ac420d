package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Ignores the bits of umem_lockmemory that it does not know.
 *
 * <p>Breaks LOCKMEM.flags: any bit but READ, WRITE and LONGTERM gives EINVAL.
 */
final class LockmemoryIgnoresUnknownFlags extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean knowsFlags(LockRequest r) {
        return r.lockmemory() || super.knowsFlags(r);
      }
    };
  }
}
