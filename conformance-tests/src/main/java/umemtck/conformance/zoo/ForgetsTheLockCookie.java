package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Locks, answers 0, and leaves NULL in *cookiep.
 *
 * <p>Breaks LOCK.success: a lock that succeeds gives a cookie that is not NULL.
 */
final class ForgetsTheLockCookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int succeed(Lock l, CookieRef cookiep) {
        int errno = super.succeed(l, cookiep);
        cookiep.set(0);
        return errno;
      }
    };
  }
}
