package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes a lock with neither READ nor WRITE for one with READ.
 *
 * <p>Breaks LOCK.flags-none: flags 0 give EINVAL.
 */
final class TakesNoAccessFlagForRead extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean hasAccessFlag(LockRequest r) {
        return !r.lockmemory() || super.hasAccessFlag(r);
      }
    };
  }
}
