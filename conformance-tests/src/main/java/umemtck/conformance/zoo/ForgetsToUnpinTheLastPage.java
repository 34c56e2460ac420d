package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Unpins all pages of a lock but the last.
 *
 * <p>Breaks UNLOCK.releases: an unlock releases the pages.
 */
final class ForgetsToUnpinTheLastPage extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void unlock(Lock l) {
        UserPage last = l.pinned().get(l.pinned().size() - 1);
        super.unlock(l);
        pin(last);
      }
    };
  }
}
