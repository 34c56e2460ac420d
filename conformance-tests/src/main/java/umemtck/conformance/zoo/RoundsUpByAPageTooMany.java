package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps with a cookie a page more than was needed, where its size was whole pages.
 *
 * <p>Breaks ALLOC.round-up: an export of a page more than the extent is refused.
 */
final class RoundsUpByAPageTooMany extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long sizeOf(DevmapRequest r) {
        boolean whole = r.block() != null && r.block().size() % options().pageSize() == 0;
        return super.sizeOf(r) + (whole ? options().pageSize() : 0);
      }
    };
  }
}
