package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Charges locks though neither the project nor the zone has a limit.
 *
 * <p>Legal: both are right (ACCT.unlimited-bypass).
 */
final class ChargesWithoutALimit extends ZooSubject {
  ChargesWithoutALimit() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isCounted(LockRequest r) {
        return true;
      }
    };
  }
}
