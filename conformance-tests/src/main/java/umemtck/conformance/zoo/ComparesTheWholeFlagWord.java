package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives memory only for flag words that it knows whole: for any other, NULL with a cookie.
 *
 * <p>Breaks ALLOC.flag-unknown: the subject declares CHECKED, so that an unknown bit is diagnosed,
 * refused, or ignored.
 */
final class ComparesTheWholeFlagWord extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        boolean known = !UmemFlag.unknown(flag);
        int taken = known ? flag : UmemFlag.DDI_UMEM_NOSLEEP | UmemFlag.DDI_UMEM_TRASH;
        return super.ddi_umem_alloc(size, taken, cookiep);
      }
    };
  }
}
