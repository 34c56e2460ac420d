package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets the worker do every unlock.
 *
 * <p>Legal: in documented an unlock need not be complete at return (UNLOCK.deferred,
 * UNLOCK.immediate).
 */
final class DefersEveryUnlock extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean defers(Lock l) {
        return true;
      }
    };
  }
}
