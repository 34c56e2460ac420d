package umemtck.conformance.zoo;

import java.util.ArrayList;
import java.util.List;
import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Exported;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Copies what devices show into pages of the child's own.
 *
 * <p>Breaks DEVMAP.fork-shares: a child's mapping refers to the same pages.
 */
final class ForkCopiesExports extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Exported shownToChild(DevmapHandle h) {
        if (h.isInvalid()) {
          return h.shows();
        }
        List<UserPage> own = new ArrayList<>();
        pages(h).forEach(page -> own.add(copy(page)));
        return new Exported(null, null, own, 0);
      }
    };
  }
}
