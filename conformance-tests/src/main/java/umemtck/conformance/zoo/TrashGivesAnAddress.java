package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers TRASH with an address beside the cookie.
 *
 * <p>Breaks ALLOC.trash in profile illumos; in documented that is a quality: TRASH has no memory of
 * its own, and the return value is NULL.
 */
final class TrashGivesAnAddress extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long grant(long size, long pages, CookieKind kind, CookieRef cookiep) {
        long address = super.grant(size, pages, kind, cookiep);
        return kind == CookieKind.TRASH ? options().base() : address;
      }
    };
  }
}
