package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Context;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Panics when a buf is made in an interrupt.
 *
 * <p>Breaks IOSETUP.context: NOSLEEP works in every context.
 */
final class SetupPanicsInAnInterrupt extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnoseSetup(int sleepflag) {
        if (context() == Context.INTERRUPT) {
          throw panic("ddi_umem_iosetup: in an interrupt");
        }
      }
    };
  }
}
