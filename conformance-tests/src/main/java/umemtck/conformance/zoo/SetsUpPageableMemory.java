package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Makes bufs on pageable memory, too.
 *
 * <p>Breaks IOSETUP.kind: pageable memory gives NULL.
 */
final class SetsUpPageableMemory extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isKind(BufRequest r) {
        return r.lock() != null || r.block().kind() != CookieKind.TRASH;
      }
    };
  }
}
