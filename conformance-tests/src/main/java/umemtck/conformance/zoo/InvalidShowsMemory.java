package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Shows the memory of a mapping that is invalid still.
 *
 * <p>Breaks DEVMAP.invalid-faults: a touch of it ends in a signal.
 */
final class InvalidShowsMemory extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean signals(DevmapHandle h) {
        return false;
      }
    };
  }
}
