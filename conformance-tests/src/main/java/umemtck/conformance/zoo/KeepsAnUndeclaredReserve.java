package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Leaves the last page to itself with NOSLEEP, and does not declare that.
 *
 * <p>Breaks ALLOC.nosleep-null: what is free, and not declared as overhead, is available.
 */
final class KeepsAnUndeclaredReserve extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        boolean last = !roundsToNothing(size) && pagesFor(size) == free(Resource.PAGES);
        if (!UmemFlag.sleeps(flag) && !UmemFlag.trash(flag) && last) {
          cookiep.set(0);
          return 0;
        }
        return super.ddi_umem_alloc(size, flag, cookiep);
      }
    };
  }
}
