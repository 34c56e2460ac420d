package umemtck.conformance.zoo;

import java.util.HashMap;
import java.util.Map;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes a page that was written out once for clean for ever: what is stored later is lost.
 *
 * <p>Breaks ALLOC.pageable: contents survive paging, also when they were changed after an earlier
 * page-out.
 */
final class WritesAPageOutOnlyOnce extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<Integer, byte[]> written = new HashMap<>();

      @Override
      protected synchronized long pageOut() {
        for (Block b : live()) {
          for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
            if (b.kind() == CookieKind.PAGEABLE) {
              long address = addressOf(page);
              byte[] now = memory().load(address, options().pageSize());
              memory().store(address, written.computeIfAbsent(page, p -> now));
            }
          }
        }
        return super.pageOut();
      }

      @Override
      protected void release(Block b) {
        for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
          written.remove(page);
        }
        super.release(b);
      }
    };
  }
}
