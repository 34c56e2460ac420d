package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the charge back, and forgets the pages.
 *
 * <p>Breaks UNLOCK.releases: an unlock releases the pages.
 */
final class ForgetsToUnpin extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void unpin(UserPage page) {}
    };
  }
}
