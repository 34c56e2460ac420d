package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Makes the cookie first, and leaves it in *cookiep when the pages cannot be locked.
 *
 * <p>Breaks LOCK.cookie-null-on-error: after every error *cookiep is NULL.
 */
final class LeavesACookieOfAFailedLock extends ZooSubject {
  LeavesACookieOfAFailedLock() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int fail(LockRequest r, int errno, CookieRef cookiep) {
        if (errno != Errno.EINVAL) {
          cookiep.set(newCookie());
        }
        return errno;
      }
    };
  }
}
