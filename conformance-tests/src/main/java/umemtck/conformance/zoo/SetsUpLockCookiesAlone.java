package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses kernel memory, as the manual page could be read.
 *
 * <p>Breaks IOSETUP.kind: kernel memory is accepted, too (K-11).
 */
final class SetsUpLockCookiesAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isKind(BufRequest r) {
        return r.lock() != null;
      }
    };
  }
}
