package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses a setup without flags.
 *
 * <p>Breaks DEVMAP.flags-zero: DEVMAP_DEFAULTS is 0, and accepted.
 */
final class WantsADevmapFlag extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean knowsCacheAttribute(DevmapRequest r) {
        boolean remap = r.handle().isDone();
        return (remap || r.flags() != 0) && super.knowsCacheAttribute(r);
      }
    };
  }
}
