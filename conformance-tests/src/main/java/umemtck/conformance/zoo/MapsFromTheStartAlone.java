package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses a mapping that does not begin where the memory begins.
 *
 * <p>Breaks DEVMAP.success: koff may be any whole page of the memory.
 */
final class MapsFromTheStartAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(DevmapRequest r) {
        return r.off() == 0 && super.isInBounds(r);
      }
    };
  }
}
