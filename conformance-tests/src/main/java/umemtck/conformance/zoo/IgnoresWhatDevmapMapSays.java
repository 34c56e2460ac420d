package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Calls devmap_map, and does not look at what it returns.
 *
 * <p>Breaks DEVMAP.failure-no-effect: if it fails the mmap fails.
 */
final class IgnoresWhatDevmapMapSays extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int callMap(DevmapHandle h) {
        super.callMap(h);
        return 0;
      }
    };
  }
}
