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
 * Finds a range that is not mapped before it finds a limit that would be exceeded.
 *
 * <p>Legal: the order of the checks is a quality (LOCK.validation-order).
 */
final class LooksAtTheRangeBeforeTheLimit extends ZooSubject {
  LooksAtTheRangeBeforeTheLimit() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int fail(LockRequest r, int errno, CookieRef cookiep) {
        boolean mapped = r.proc().space().isMapped(rangeOf(r.addr(), r.len()));
        return errno == Errno.ENOMEM && !mapped ? Errno.EFAULT : errno;
      }
    };
  }
}
