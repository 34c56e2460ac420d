package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Context;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Panics on every allocation from an interrupt.
 *
 * <p>Breaks ALLOC.context: NOSLEEP is callable from interrupt context.
 */
final class NoSleepPanicsInAnInterrupt extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnose(long size, int flag) {
        super.diagnose(size, flag);
        if (context() == Context.INTERRUPT) {
          throw panic("ddi_umem_alloc: in an interrupt");
        }
      }
    };
  }
}
