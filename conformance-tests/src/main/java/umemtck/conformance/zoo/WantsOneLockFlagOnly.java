package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.Profile;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Compares the flags of a lock with READ and with WRITE, and refuses both together.
 *
 * <p>Breaks LOCK.flags-both: READ and WRITE together are accepted.
 */
final class WantsOneLockFlagOnly extends ZooSubject {
  WantsOneLockFlagOnly() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean hasAccessFlag(LockRequest r) {
        int access = r.flags() & ~UmemLockFlag.DDI_UMEMLOCK_LONGTERM;
        return access == UmemLockFlag.DDI_UMEMLOCK_READ
            || access == UmemLockFlag.DDI_UMEMLOCK_WRITE;
      }
    };
  }
}
