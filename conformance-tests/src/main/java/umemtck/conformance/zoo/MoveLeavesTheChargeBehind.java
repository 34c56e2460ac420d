package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Leaves what a process has locked counted where it was when it joins another project.
 *
 * <p>Breaks ACCT.move-carries-charge: a move takes the charge along.
 */
final class MoveLeavesTheChargeBehind extends ZooSubject {
  MoveLeavesTheChargeBehind() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean carriesCharge() {
        return false;
      }
    };
  }
}
