package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses LONGTERM over a shared file last of all, and keeps the charge.
 *
 * <p>Breaks LOCKMEM.longterm-shared-file: whatever was done is undone.
 */
final class KeepsTheChargeOfALongtermRefused extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private boolean unfit;

      @Override
      protected boolean isFitForLongterm(Lock l) {
        unfit = !super.isFitForLongterm(l);
        return !unfit;
      }

      @Override
      protected void refund(Lock l) {
        if (!unfit) {
          super.refund(l);
        }
        unfit = false;
      }
    };
  }
}
