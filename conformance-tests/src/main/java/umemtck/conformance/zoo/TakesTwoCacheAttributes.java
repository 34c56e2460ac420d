package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks that every cache attribute has a name, not that there is one at most.
 *
 * <p>Breaks DEVMAP.cache-attr: more than one is refused.
 */
final class TakesTwoCacheAttributes extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean knowsCacheAttribute(DevmapRequest r) {
        return (r.flags() & DevmapFlag.IOMEM_DATA_MASK & 0x80000) == 0;
      }
    };
  }
}
