package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Party;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Leaves what a process has locked counted where it was when it enters a zone.
 *
 * <p>Breaks ACCT.zone-move: what is counted goes along into the zone.
 */
final class ZoneEntryCarriesNothing extends ZooSubject {
  ZoneEntryCarriesNothing() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void moveCharge(Party from, Party to) {
        if (from.zone() == to.zone()) {
          super.moveCharge(from, to);
        }
      }
    };
  }
}
