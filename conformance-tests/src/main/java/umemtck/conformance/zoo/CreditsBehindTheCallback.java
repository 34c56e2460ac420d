package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the charge back when a cleanup function was called, and not at the unlock.
 *
 * <p>Breaks LOCKMEM.unlock-still-required: the driver still unlocks, and the charge stays until
 * then.
 */
final class CreditsBehindTheCallback extends ZooSubject {
  CreditsBehindTheCallback() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<Lock> credited = new HashSet<>();

      @Override
      protected void callBack(LayoutChange change, Lock l) {
        super.callBack(change, l);
        credit(l);
      }

      @Override
      protected synchronized void credit(Lock l) {
        if (credited.add(l)) {
          super.credit(l);
        }
      }
    };
  }
}
