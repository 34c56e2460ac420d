package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Rounds the len of a lock up to whole pages.
 *
 * <p>Breaks LOCK.len-aligned: a len that is not whole pages gives EINVAL.
 */
final class RoundsTheLengthUp extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public int ddi_umem_lock(long addr, long len, int flags, CookieRef cookiep) {
        int page = options().pageSize();
        return super.ddi_umem_lock(addr, (len + page - 1) & -page, flags, cookiep);
      }
    };
  }
}
