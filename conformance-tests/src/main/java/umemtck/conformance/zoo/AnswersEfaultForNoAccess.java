package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers EFAULT where the process lacks the access.
 *
 * <p>Breaks LOCK.eacces: without the access that the flags imply the answer is EACCES.
 */
final class AnswersEfaultForNoAccess extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int fail(LockRequest r, int errno, CookieRef cookiep) {
        return errno == Errno.EACCES ? Errno.EFAULT : errno;
      }
    };
  }
}
