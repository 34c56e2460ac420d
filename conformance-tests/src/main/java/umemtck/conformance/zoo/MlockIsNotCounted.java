package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.PageRange;
import umemtck.reference.kernel.Party;
import umemtck.reference.kernel.UserPage;
import umemtck.reference.kernel.UserSpace;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts what drivers lock, and not what applications mlock.
 *
 * <p>Breaks ACCT.shared-counter: mlock and drivers share the counter.
 */
final class MlockIsNotCounted extends ZooSubject {
  MlockIsNotCounted() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void mlock(Party whom, UserPage page) {
        boolean fresh = page.mlockedFor() == null;
        super.mlock(whom, page);
        if (fresh) {
          count(whom, options().pageSize(), -1);
        }
      }

      @Override
      protected void munlock(UserSpace space, PageRange range) {
        for (UserPage page : space.pages(range)) {
          if (page.mlockedFor() != null) {
            count(page.mlockedFor(), options().pageSize(), 1);
          }
        }
        super.munlock(space, range);
      }
    };
  }
}
