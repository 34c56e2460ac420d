package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Makes bufs on TRASH cookies, too, of the length that was asked for.
 *
 * <p>Breaks IOSETUP.kind: a TRASH cookie gives NULL.
 */
final class SetsUpTrash extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isKind(BufRequest r) {
        return r.lock() != null || r.block().kind() != CookieKind.PAGEABLE;
      }

      @Override
      protected boolean isInBounds(BufRequest r) {
        boolean trash = r.block() != null && r.block().kind() == CookieKind.TRASH;
        return trash || super.isInBounds(r);
      }
    };
  }
}
