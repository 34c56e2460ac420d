package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets munmap, mprotect and exit take pages that are locked.
 *
 * <p>Legal: in documented it is a quality that they wait (LOCK.blocks-layout-change).
 */
final class LayoutChangesDoNotWait extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean mustWait(LayoutChange change) {
        return false;
      }
    };
  }
}
