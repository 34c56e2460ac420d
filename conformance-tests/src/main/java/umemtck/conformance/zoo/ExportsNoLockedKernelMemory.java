package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses to export locked kernel memory.
 *
 * <p>Breaks DEVMAP.kinds: every kind of cookie can be exported.
 */
final class ExportsNoLockedKernelMemory extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(DevmapRequest r) {
        return (r.block() == null || r.block().kind() != CookieKind.NON_PAGEABLE)
            && super.isInBounds(r);
      }
    };
  }
}
