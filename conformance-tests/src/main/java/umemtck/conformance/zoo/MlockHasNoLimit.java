package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.PageRange;
import umemtck.reference.kernel.UserSpace;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts what is mlocked, and does not hold it against the limit.
 *
 * <p>Breaks ACCT.shared-counter: mlock and drivers share the limit.
 */
final class MlockHasNoLimit extends ZooSubject {
  MlockHasNoLimit() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long mlockPrice(UserSpace space, PageRange range) {
        return 0;
      }
    };
  }
}
