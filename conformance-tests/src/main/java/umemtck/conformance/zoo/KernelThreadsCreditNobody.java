package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks for a user process to credit, and finds none in a kernel thread.
 *
 * <p>Breaks UNLOCK.any-thread: whoever unlocks, the credit goes where the charge was.
 */
final class KernelThreadsCreditNobody extends ZooSubject {
  KernelThreadsCreditNobody() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void credit(Lock l) {
        if (context() != Context.KERNEL) {
          super.credit(l);
        }
      }
    };
  }
}
