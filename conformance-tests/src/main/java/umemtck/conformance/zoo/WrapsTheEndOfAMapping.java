package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Adds koff and len as unsigned numbers: a sum that wraps is small.
 *
 * <p>Breaks DEVMAP.in-bounds: koff + len must not wrap.
 */
final class WrapsTheEndOfAMapping extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(DevmapRequest r) {
        return !asksBounds(r) || Long.compareUnsigned(r.off() + r.len(), sizeOf(r)) <= 0;
      }
    };
  }
}
