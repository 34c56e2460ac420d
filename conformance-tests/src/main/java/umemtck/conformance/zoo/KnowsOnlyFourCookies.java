package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps the cookies in a table of four, and forgets the oldest when a fifth comes.
 *
 * <p>Breaks COOKIE.valid-interval: a cookie is valid until it is freed.
 */
final class KnowsOnlyFourCookies extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long grant(long size, long pages, CookieKind kind, CookieRef cookiep) {
        long address = super.grant(size, pages, kind, cookiep);
        if (live().size() > 4) {
          forget(live().stream().mapToLong(Block::cookie).min().orElseThrow());
        }
        return address;
      }
    };
  }
}
