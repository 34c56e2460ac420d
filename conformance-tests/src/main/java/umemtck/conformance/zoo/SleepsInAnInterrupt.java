package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets SLEEP from an interrupt pass as if it had been NOSLEEP, without a word.
 *
 * <p>Breaks ALLOC.context: SLEEP is callable only from user and kernel context, and the subject
 * declares CHECKED.
 */
final class SleepsInAnInterrupt extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnose(long size, int flag) {
        boolean interrupt = context() == Context.INTERRUPT;
        super.diagnose(size, interrupt ? flag | UmemFlag.DDI_UMEM_NOSLEEP : flag);
      }
    };
  }
}
