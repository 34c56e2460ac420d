package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers NULL to PAGEABLE with SLEEP when swap cannot be reserved, as illumos does.
 *
 * <p>Breaks ALLOC.sleep-succeeds: what is documented is that SLEEP waits, for either kind (K-06).
 */
final class PageableSleepGivesNull extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean givesUp(long pages, CookieKind kind) {
        boolean noSwap = kind == CookieKind.PAGEABLE && free(Resource.SWAP) < pages;
        return noSwap || super.givesUp(pages, kind);
      }
    };
  }
}
