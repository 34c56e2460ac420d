package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Party;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts a page each time that it is mlocked, and once when it is munlocked.
 *
 * <p>Breaks ACCT.shared-counter: a page that is mlocked twice counts once.
 */
final class MlockCountsTwice extends ZooSubject {
  MlockCountsTwice() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void mlock(Party whom, UserPage page) {
        if (page.mlockedFor() != null) {
          count(whom, options().pageSize(), 1);
        }
        super.mlock(whom, page);
      }
    };
  }
}
