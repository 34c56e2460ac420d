package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes pages that one lock holds when memory is short.
 *
 * <p>Breaks LOCK.success: locked pages are resident until they are unlocked.
 */
final class PagesOutWhatIsLocked extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean mayPageOut(UserPage page) {
        return page.pins() < 2 && page.mlockedFor() == null;
      }
    };
  }
}
