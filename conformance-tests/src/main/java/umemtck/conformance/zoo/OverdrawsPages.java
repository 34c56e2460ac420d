package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Tests the free pages with one too many, and gives a page that is not there.
 *
 * <p>Breaks ALLOC.nosleep-null: NOSLEEP yields NULL when memory is not available now.
 */
final class OverdrawsPages extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isEnough(long pages, CookieKind kind) {
        add(Resource.PAGES, 1);
        boolean enough = super.isEnough(pages, kind);
        add(Resource.PAGES, -1);
        return enough;
      }
    };
  }
}
