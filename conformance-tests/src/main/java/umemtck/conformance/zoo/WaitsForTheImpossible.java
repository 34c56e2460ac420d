package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets SLEEP wait for ever for a size that it can never give, and for one that wraps.
 *
 * <p>Legal: with SLEEP such a size may block for ever (ALLOC.impossible-size, ALLOC.near-max-wrap).
 */
final class WaitsForTheImpossible extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        boolean wraps = size != 0 && roundsToNothing(size);
        boolean impossible = !UmemFlag.trash(flag) && pagesFor(size) > options().frames();
        if (UmemFlag.sleeps(flag) && context().maySleep() && (wraps || impossible)) {
          waits.await(() -> false);
        }
        return super.ddi_umem_alloc(size, flag, cookiep);
      }
    };
  }
}
