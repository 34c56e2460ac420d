package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes a project that is above its limit for one that has none.
 *
 * <p>Breaks ACCT.limit-lowered: new locks are refused until the usage fits again.
 */
final class PassesEverythingOnceOver extends ZooSubject {
  PassesEverythingOnceOver() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean exceeds(Holder of, long id, long bytes) {
        return super.exceeds(of, id, bytes)
            && Long.compareUnsigned(getLocked(of, id), getLimit(of, id)) <= 0;
      }
    };
  }
}
