package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks for read access as soon as READ is set, with WRITE too.
 *
 * <p>Breaks LOCK.write-needs-write: with WRITE the process must be permitted to write.
 */
final class LetsReadDecideBesideWrite extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean permits(LockRequest r, UserPage page) {
        int needed = UmemLockFlag.read(r.flags()) ? Prot.READ : Prot.WRITE;
        return (page.prot() & needed) != 0;
      }
    };
  }
}
