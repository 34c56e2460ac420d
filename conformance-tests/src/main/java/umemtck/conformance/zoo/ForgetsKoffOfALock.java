package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Shows a lock from its first page on, whatever koff says.
 *
 * <p>Breaks DEVMAP.locked-offset: page i of the mapping is page koff / P + i of the lock.
 */
final class ForgetsKoffOfALock extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long first(DevmapRequest r) {
        return r.lock() == null ? super.first(r) : 0;
      }
    };
  }
}
