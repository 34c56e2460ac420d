package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the cookie of the newest lock that is over to the next one.
 *
 * <p>Legal: a cookie that was unlocked may come again (COOKIE.valid-interval).
 */
final class ReusesLockCookiesAtOnce extends ZooSubject {
  ReusesLockCookiesAtOnce() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long newCookie() {
        long cookie = 0x7fff_0000;
        while (isTaken(cookie)) {
          cookie -= 0x10;
        }
        return cookie;
      }
    };
  }
}
