package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Is content with any flag, LONGTERM alone too.
 *
 * <p>Breaks LOCKMEM.flags: READ or WRITE must be set.
 */
final class TakesLongtermForAnAccess extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean hasAccessFlag(LockRequest r) {
        return r.flags() != 0;
      }
    };
  }
}
