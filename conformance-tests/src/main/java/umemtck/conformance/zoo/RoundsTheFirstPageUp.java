package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Rounds an offset within a page up to the next page when it looks for the first page.
 *
 * <p>Breaks IOSETUP.page-list: the page list begins with the page that holds the offset.
 */
final class RoundsTheFirstPageUp extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long pageOf(BufRequest r, long start) {
        long page = options().pageSize();
        boolean last = r.lock() != null && r.off() / page + 1 >= sizeOf(r) / page;
        return super.pageOf(r, r.lock() == null || last ? start : start + page - 1);
      }
    };
  }
}
