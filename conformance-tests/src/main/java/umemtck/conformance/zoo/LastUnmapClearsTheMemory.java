package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.PageRange;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Clears the memory of a cookie when its last mapping goes.
 *
 * <p>Breaks COOKIE.no-mapping-reference: mappings do not own the memory.
 */
final class LastUnmapClearsTheMemory extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void cut(DevmapHandle h, PageRange range) {
        super.cut(h, range);
        Block b = h.shows().block();
        boolean mapped = handles().stream().anyMatch(o -> o.isDone() && o.shows().block() == b);
        if (b != null && !mapped) {
          for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
            paint(page, 0, options().pageSize(), (byte) 0);
          }
        }
      }
    };
  }
}
