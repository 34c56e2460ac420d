package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Brings the first page of a lock in, and leaves the others where they are.
 *
 * <p>Breaks LOCK.success: every page of the range is resident.
 */
final class BringsInTheFirstPageAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private UserPage first;

      @Override
      protected int succeed(Lock l, CookieRef cookiep) {
        first = l.pinned().get(0);
        return super.succeed(l, cookiep);
      }

      @Override
      protected void bringIn(UserPage page) {
        if (page == first) {
          super.bringIn(page);
        }
      }
    };
  }
}
