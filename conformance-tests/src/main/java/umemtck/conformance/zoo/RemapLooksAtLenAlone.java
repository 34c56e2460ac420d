package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Holds the length of a remap against the new memory, not that of the mapping.
 *
 * <p>Breaks REMAP.in-bounds: the whole mapping must fit in the new memory.
 */
final class RemapLooksAtLenAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isMappingInBounds(DevmapRequest r) {
        return isInBounds(r);
      }
    };
  }
}
