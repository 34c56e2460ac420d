package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks whether pages may be read, also for a lock with WRITE.
 *
 * <p>Breaks LOCK.eacces: without the access that the flags imply the answer is EACCES.
 */
final class LetsDevicesWriteWhatIsReadOnly extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean permits(LockRequest r, UserPage page) {
        return (page.prot() & (Prot.READ | Prot.WRITE)) != 0;
      }
    };
  }
}
