package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.reference.kernel.Party;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers EAGAIN, as mlock does, where a limit denies a lock.
 *
 * <p>Breaks ACCT.errno: a denied lock gives ENOMEM.
 */
final class AnswersEagainForADenial extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private boolean denied;

      @Override
      protected boolean admits(Party whom, long bytes) {
        denied = !super.admits(whom, bytes);
        return !denied;
      }

      @Override
      protected int fail(LockRequest r, int errno, CookieRef cookiep) {
        boolean limit = denied;
        denied = false;
        return limit ? Errno.EAGAIN : errno;
      }
    };
  }
}
