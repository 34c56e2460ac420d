package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Has one bit for a locked page: the first unlock lets it go, whoever else has locked it.
 *
 * <p>Breaks LOCK.overlap: shared pages stay pinned until both are unlocked.
 */
final class UnpinsForAllLocks extends ZooSubject {
  UnpinsForAllLocks() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void unpin(UserPage page) {
        while (page.pins() > 0) {
          super.unpin(page);
        }
      }
    };
  }
}
