package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses every fifth call with NOSLEEP, for nothing.
 *
 * <p>Breaks ALLOC.nosleep-null: NOSLEEP yields NULL only when memory is not available now.
 */
final class RefusesEveryFifth extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private int asked;

      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        if (!UmemFlag.sleeps(flag) && ++asked % 5 == 0) {
          cookiep.set(0);
          return 0;
        }
        return super.ddi_umem_alloc(size, flag, cookiep);
      }
    };
  }
}
