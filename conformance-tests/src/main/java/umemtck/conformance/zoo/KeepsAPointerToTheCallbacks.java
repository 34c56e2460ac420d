package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.DevmapCallbackCtl;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps a pointer to the structure of the driver, and calls what is in it later.
 *
 * <p>Breaks DEVMAP.callbacks-copied: the driver may change it once the setup has returned.
 */
final class KeepsAPointerToTheCallbacks extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected DevmapCallbackCtl copyOf(DevmapCallbackCtl ops) {
        return ops == null ? super.copyOf(null) : ops;
      }
    };
  }
}
