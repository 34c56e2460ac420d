package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Tests the protection for WRITE alone.
 *
 * <p>Breaks LOCK.eacces: without the access that the flags imply the answer is EACCES.
 */
final class ReadsWhatMayNotBeRead extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean permits(LockRequest r, UserPage page) {
        return !UmemLockFlag.write(r.flags()) || super.permits(r, page);
      }
    };
  }
}
