package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Sets a handle up as often as it is asked: the latest counts.
 *
 * <p>Legal: that there is one setup is not documented (DEVMAP.setup-once).
 */
final class SetsUpAgain extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isFresh(DevmapRequest r) {
        return true;
      }
    };
  }
}
