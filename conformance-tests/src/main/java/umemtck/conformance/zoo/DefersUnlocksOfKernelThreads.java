package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets the worker do the unlocks of kernel threads too, as it does those of interrupts.
 *
 * <p>Breaks UNLOCK.immediate: outside interrupt context an unlock is complete at return.
 */
final class DefersUnlocksOfKernelThreads extends ZooSubject {
  DefersUnlocksOfKernelThreads() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean defers(Lock l) {
        return context() != Context.USER;
      }
    };
  }
}
