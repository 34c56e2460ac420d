package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives memory, and NULL in *cookiep, where the memory is pageable.
 *
 * <p>Breaks ALLOC.cookie-out: after a success *cookiep is a valid cookie.
 */
final class ForgetsToGiveTheCookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long grant(long size, long pages, CookieKind kind, CookieRef cookiep) {
        long address = super.grant(size, pages, kind, cookiep);
        if (kind == CookieKind.PAGEABLE) {
          cookiep.set(0);
        }
        return address;
      }
    };
  }
}
