package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Subtracts koff from the size as an unsigned number: a negative one leaves more than there is.
 *
 * <p>Breaks DEVMAP.in-bounds: koff must not be negative.
 */
final class TakesKoffForUnsigned extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(DevmapRequest r) {
        return !asksBounds(r) || Long.compareUnsigned(r.len(), sizeOf(r) - r.off()) <= 0;
      }
    };
  }
}
