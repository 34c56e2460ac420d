package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.reference.kernel.Party;
import umemtck.spec.ddi.Ids;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Charges the project that was there at boot, whatever project a process is in.
 *
 * <p>Breaks ACCT.conservation: the usage of a project is the sum of what its processes have locked.
 */
final class ChargesTheFirstProject extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Party payer(LockRequest r) {
        Party own = super.payer(r);
        return new Party(own.proc(), Ids.PROJECT, own.zone());
      }
    };
  }
}
