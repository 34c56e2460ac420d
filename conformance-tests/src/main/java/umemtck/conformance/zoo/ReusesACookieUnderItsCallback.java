package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the smallest cookie that no lock has, also while the function of its old lock still runs.
 *
 * <p>Breaks COOKIE.refcount-with-callback: the cookie is released when both its owners are done.
 */
final class ReusesACookieUnderItsCallback extends ZooSubject {
  ReusesACookieUnderItsCallback() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long newCookie() {
        long cookie = 1;
        while (isUsed(cookie)) {
          cookie++;
        }
        return cookie;
      }

      private boolean isUsed(long cookie) {
        return find(cookie) != null
            || locks().stream().anyMatch(l -> l.cookie() == cookie && !isUnlocked(l));
      }

      private boolean isUnlocked(Lock l) {
        return l.isUnlocking() && l.pinned().isEmpty();
      }
    };
  }
}
