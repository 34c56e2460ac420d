package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Context;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Panics when something is unlocked in an interrupt.
 *
 * <p>Breaks UNLOCK.interrupt-level: an unlock may be made in interrupt context.
 */
final class UnlockPanicsInAnInterrupt extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnoseUnlock() {
        super.diagnoseUnlock();
        if (context() == Context.INTERRUPT) {
          throw panic("ddi_umem_unlock: in an interrupt");
        }
      }
    };
  }
}
