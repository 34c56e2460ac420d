package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Context;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Panics when something is unlocked by a kernel thread.
 *
 * <p>Breaks UNLOCK.interrupt-level: an unlock may be made in kernel context.
 */
final class UnlockNeedsAUserProcess extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnoseUnlock() {
        super.diagnoseUnlock();
        if (context() == Context.KERNEL) {
          throw panic("ddi_umem_unlock: no user process");
        }
      }
    };
  }
}
