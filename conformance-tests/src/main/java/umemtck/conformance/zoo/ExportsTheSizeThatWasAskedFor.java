package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps with a cookie the size that was asked for: its last page cannot be exported.
 *
 * <p>Breaks ALLOC.round-up: the extent is the rounded one.
 */
final class ExportsTheSizeThatWasAskedFor extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long sizeOf(DevmapRequest r) {
        boolean memory = r.block() != null && r.block().kind() != CookieKind.TRASH;
        return memory ? r.block().size() : super.sizeOf(r);
      }
    };
  }
}
