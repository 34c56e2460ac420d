package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Party;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Charges the project, asks the zone then, and forgets the charge when the zone denies.
 *
 * <p>Breaks ACCT.both-or-nothing: both are charged, or none.
 */
final class ChargesTheProjectBeforeItAsksTheZone extends ZooSubject {
  ChargesTheProjectBeforeItAsksTheZone() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean admits(Party whom, long bytes) {
        if (exceeds(Holder.PROJECT, whom.project(), bytes)) {
          return false;
        }
        if (exceeds(Holder.ZONE, whom.zone(), bytes)) {
          addLocked(Holder.PROJECT, whom.project(), bytes);
          return false;
        }
        return true;
      }
    };
  }
}
