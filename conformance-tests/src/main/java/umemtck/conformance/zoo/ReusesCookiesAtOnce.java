package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the smallest cookie that is not live.
 *
 * <p>Legal: a cookie that was freed may come again (COOKIE.valid-interval).
 */
final class ReusesCookiesAtOnce extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long newCookie() {
        long cookie = 1;
        while (isTaken(cookie)) {
          cookie++;
        }
        return cookie;
      }
    };
  }
}
