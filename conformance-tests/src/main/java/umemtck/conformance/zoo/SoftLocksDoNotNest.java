package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Marks a page of an export as locked instead of counting: the first release lets it go.
 *
 * <p>Breaks COOKIE.softlock-count: only the step to zero does.
 */
final class SoftLocksDoNotNest extends ZooSubject {
  SoftLocksDoNotNest() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void softlock(long page, boolean more) {
        super.softlock(page, more);
        setSoftlocks(page, Math.min(1, softlocks(page)));
      }
    };
  }
}
