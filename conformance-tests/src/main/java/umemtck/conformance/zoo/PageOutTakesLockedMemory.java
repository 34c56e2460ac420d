package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Pages out locked memory too, and brings it back when it is touched.
 *
 * <p>Breaks ALLOC.default-locked: without PAGEABLE the pages stay in memory until they are freed.
 */
final class PageOutTakesLockedMemory extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected synchronized long pageOut() {
        long out = super.pageOut();
        for (Block b : live()) {
          for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
            if (world().paging().orElseThrow().isResident(addressOf(page))) {
              pageOut(page);
              out++;
            }
          }
        }
        return out;
      }
    };
  }
}
