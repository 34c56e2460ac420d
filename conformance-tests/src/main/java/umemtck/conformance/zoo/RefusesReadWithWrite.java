package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers EINVAL to READ and WRITE together.
 *
 * <p>Legal: in documented one, and only one, is set (LOCK.flags-both, K-01).
 */
final class RefusesReadWithWrite extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean hasAccessFlag(LockRequest r) {
        return super.hasAccessFlag(r)
            && !(UmemLockFlag.read(r.flags()) && UmemLockFlag.write(r.flags()));
      }
    };
  }
}
