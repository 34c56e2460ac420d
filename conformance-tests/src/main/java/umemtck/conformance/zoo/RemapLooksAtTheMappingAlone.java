package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.RangeCheck;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks that the mapping fits in the new memory, whatever length the remap has.
 *
 * <p>Breaks REMAP.in-bounds: the range of the remap must lie in it, too.
 */
final class RemapLooksAtTheMappingAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isMappingInBounds(DevmapRequest r) {
        long mapped = r.handle().range().count() * options().pageSize();
        return !asksBounds(r) || RangeCheck.isWithin(r.off(), mapped, sizeOf(r));
      }
    };
  }
}
