package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Stores to *cookiep only when it succeeds.
 *
 * <p>Breaks ALLOC.cookie-out: on every failure *cookiep is NULL, not what the caller had there.
 */
final class LeavesTheCookieUnset extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        CookieRef own = new CookieRef();
        long address = super.ddi_umem_alloc(size, flag, own);
        if (own.get() != 0) {
          cookiep.set(own.get());
        }
        return address;
      }
    };
  }
}
