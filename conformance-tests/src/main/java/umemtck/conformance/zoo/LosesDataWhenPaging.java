package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the frames of pageable memory away under pressure, without writing them out first.
 *
 * <p>Breaks ALLOC.pageable: contents survive paging.
 */
final class LosesDataWhenPaging extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected synchronized long pageOut() {
        for (Block b : live()) {
          for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
            if (b.kind() == CookieKind.PAGEABLE) {
              paint(page, 0, options().pageSize(), (byte) 0);
            }
          }
        }
        return super.pageOut();
      }
    };
  }
}
