package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Boots with a limit of the default project.
 *
 * <p>Breaks ACCT.infinite-default: by default there is no limit.
 */
final class HasALimitByDefault extends ZooSubject {
  HasALimitByDefault() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      {
        setLimit(Holder.PROJECT, Ids.PROJECT, 64L * options().pageSize());
      }
    };
  }
}
