package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Panics when an application touches a mapping that is invalid.
 *
 * <p>Breaks DEVMAP.invalid-faults: the application gets a signal, and the machine goes on.
 */
final class InvalidStopsTheMachine extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int callAccess(DevmapHandle h) {
        synchronized (this) {
          if (signals(h)) {
            throw panic("devmap: fault in an invalid mapping");
          }
        }
        return super.callAccess(h);
      }
    };
  }
}
