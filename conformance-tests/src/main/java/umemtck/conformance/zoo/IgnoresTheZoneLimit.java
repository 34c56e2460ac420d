package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks the project alone.
 *
 * <p>Breaks ACCT.zone-limit: what would exceed the limit of the zone is refused.
 */
final class IgnoresTheZoneLimit extends ZooSubject {
  IgnoresTheZoneLimit() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean exceeds(Holder of, long id, long bytes) {
        return of == Holder.PROJECT && super.exceeds(of, id, bytes);
      }
    };
  }
}
