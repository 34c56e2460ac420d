package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not ask a mapping whether it can be locked.
 *
 * <p>Breaks LOCK.efault-unsupported: a segment that cannot be locked gives EFAULT.
 */
final class LocksWhatCannotBeLocked extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isLockable(Lock l) {
        return true;
      }
    };
  }
}
