package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks at the lowest byte of the flags of a lock alone.
 *
 * <p>Breaks LOCK.flags-unknown: any bit but READ and WRITE gives EINVAL.
 */
final class IgnoresHighLockFlags extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean knowsFlags(LockRequest r) {
        return r.lockmemory() ? super.knowsFlags(r) : (r.flags() & 0xfc) == 0;
      }
    };
  }
}
