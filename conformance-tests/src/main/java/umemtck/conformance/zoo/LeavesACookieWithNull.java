package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Makes the cookie first, and leaves it in *cookiep when there is not enough.
 *
 * <p>Breaks ALLOC.cookie-out: on every failure *cookiep is NULL.
 */
final class LeavesACookieWithNull extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
        cookiep.set(newCookie());
        return super.refuse(pages, kind, cookiep);
      }
    };
  }
}
