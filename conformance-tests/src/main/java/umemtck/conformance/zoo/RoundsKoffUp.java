package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.RangeCheck;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Rounds koff up to a page once the bounds are asked: the last page shown lies behind the memory.
 *
 * <p>Breaks DEVMAP.rounding-contained: whatever is rounded, the pages shown are of the cookie.
 */
final class RoundsKoffUp extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isAligned(DevmapRequest r) {
        return true;
      }

      @Override
      protected long first(DevmapRequest r) {
        return RangeCheck.wholePages(r.off(), options().pageSize()) / options().pageSize();
      }
    };
  }
}
