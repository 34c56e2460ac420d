package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives EFAULT where ddi_umem_lock gives EACCES.
 *
 * <p>Breaks LOCKMEM.as-lock: umem_lockmemory fails as ddi_umem_lock does.
 */
final class LockmemoryAnswersEfaultForNoAccess extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int fail(LockRequest r, int errno, CookieRef cookiep) {
        return r.lockmemory() && errno == Errno.EACCES ? Errno.EFAULT : errno;
      }
    };
  }
}
