package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.RangeCheck;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Holds the end of a mapping against the memory and one page more.
 *
 * <p>Breaks DEVMAP.in-bounds: no byte behind the memory is exported.
 */
final class AllowsAMappingOnePageMore extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(DevmapRequest r) {
        long more = sizeOf(r) + options().pageSize();
        return !asksBounds(r) || RangeCheck.isWithin(r.off(), r.len(), more);
      }
    };
  }
}
