package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.PageRange;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts the mappings of a cookie, and frees it with the last.
 *
 * <p>Breaks COOKIE.no-mapping-reference: it stays valid until the driver frees it.
 */
final class LastUnmapFreesTheMemory extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void cut(DevmapHandle h, PageRange range) {
        super.cut(h, range);
        Block b = h.shows().block();
        boolean mapped = handles().stream().anyMatch(o -> o.isDone() && o.shows().block() == b);
        if (b != null && !mapped) {
          release(b);
        }
      }
    };
  }
}
