package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Proc;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets a process take its charge into a project that has no room for it.
 *
 * <p>Breaks ACCT.move-denied: the move is denied.
 */
final class MovesIntoAFullProject extends ZooSubject {
  MovesIntoAFullProject() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean deniesMove(Proc p, long project) {
        return false;
      }
    };
  }
}
