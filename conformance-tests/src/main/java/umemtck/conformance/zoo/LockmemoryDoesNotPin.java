package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Brings the pages of umem_lockmemory in, and does not pin them.
 *
 * <p>Breaks LOCKMEM.as-lock: umem_lockmemory pins as ddi_umem_lock does.
 */
final class LockmemoryDoesNotPin extends ZooSubject {
  LockmemoryDoesNotPin() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int succeed(Lock l, CookieRef cookiep) {
        int errno = super.succeed(l, cookiep);
        if (l.request().lockmemory()) {
          undoPins(l);
        }
        return errno;
      }
    };
  }
}
