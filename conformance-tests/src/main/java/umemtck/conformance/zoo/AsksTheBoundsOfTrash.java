package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses to export more of TRASH than was asked for.
 *
 * <p>Legal: it is open whether its bounds are asked (K-24).
 */
final class AsksTheBoundsOfTrash extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean asksBounds(DevmapRequest r) {
        return true;
      }
    };
  }
}
