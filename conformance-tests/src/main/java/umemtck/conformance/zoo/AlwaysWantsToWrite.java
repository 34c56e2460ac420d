package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks for write access whatever the flags are.
 *
 * <p>Breaks LOCK.write-needs-write: with READ alone it is enough that the process may read.
 */
final class AlwaysWantsToWrite extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean permits(LockRequest r, UserPage page) {
        return super.permits(r, page) && (page.prot() & Prot.WRITE) != 0;
      }
    };
  }
}
