package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets a caller who can wait wait for one page more than it needs.
 *
 * <p>Breaks ALLOC.sleep-succeeds: when enough is free SLEEP succeeds.
 */
final class SleepsThoughThereIsEnough extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        boolean sleeps = UmemFlag.sleeps(flag) && context().maySleep();
        if (sleeps && !UmemFlag.trash(flag) && !roundsToNothing(size)) {
          long pages = pagesFor(size);
          CookieKind kind = CookieKind.allocatedWith(flag);
          waits.await(() -> givesUp(pages, kind) || free(Resource.PAGES) > pages);
        }
        return super.ddi_umem_alloc(size, flag, cookiep);
      }
    };
  }
}
