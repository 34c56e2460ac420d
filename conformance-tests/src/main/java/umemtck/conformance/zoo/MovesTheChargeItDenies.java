package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Party;
import umemtck.reference.kernel.Proc;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Moves the charge, tests the limit then, and forgets the charge when it denies the move.
 *
 * <p>Breaks ACCT.move-denied: a denied move moves nothing.
 */
final class MovesTheChargeItDenies extends ZooSubject {
  MovesTheChargeItDenies() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean deniesMove(Proc p, long project) {
        boolean denied = super.deniesMove(p, project);
        if (denied) {
          moveCharge(p.party(), new Party(p.id(), project, p.party().zone()));
        }
        return denied;
      }
    };
  }
}
