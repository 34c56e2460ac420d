package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Rounds koff down, and what is mapped up to whole pages.
 *
 * <p>Legal: whole pages are a duty of the caller (K-14).
 */
final class RoundsUnalignedExports extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isAligned(DevmapRequest r) {
        return true;
      }
    };
  }
}
