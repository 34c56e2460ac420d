package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Adds offset and length of a remap as unsigned numbers.
 *
 * <p>Breaks REMAP.in-bounds: a sum that wraps does not lie in the memory.
 */
final class RemapWraps extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isMappingInBounds(DevmapRequest r) {
        return !asksBounds(r) || Long.compareUnsigned(r.off() + r.len(), sizeOf(r)) <= 0;
      }
    };
  }
}
