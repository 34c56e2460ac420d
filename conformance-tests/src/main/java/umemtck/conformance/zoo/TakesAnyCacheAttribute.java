package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts the cache attributes, whether they exist or not.
 *
 * <p>Breaks DEVMAP.cache-attr: one that does not exist is refused.
 */
final class TakesAnyCacheAttribute extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean knowsCacheAttribute(DevmapRequest r) {
        return DevmapFlag.cacheAttributes(r.flags()) <= 1;
      }
    };
  }
}
