package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Party;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Holds the usage of one project against the limit of the zone.
 *
 * <p>Breaks ACCT.zone-limit: the usage of a zone is that of all its projects.
 */
final class HoldsAProjectAgainstTheZone extends ZooSubject {
  HoldsAProjectAgainstTheZone() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean admits(Party whom, long bytes) {
        long after = getLocked(Holder.PROJECT, whom.project()) + bytes;
        return !exceeds(Holder.PROJECT, whom.project(), bytes)
            && Long.compareUnsigned(after, getLimit(Holder.ZONE, whom.zone())) <= 0;
      }
    };
  }
}
