package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Holds the lock that an unlock needs while a cleanup function runs.
 *
 * <p>Breaks LOCKMEM.callback-context: the function may unlock.
 */
final class HoldsALockOverTheCallback extends ZooSubject {
  HoldsALockOverTheCallback() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private boolean running;

      @Override
      protected void callBack(LayoutChange change, Lock l) {
        running = true;
        try {
          super.callBack(change, l);
        } finally {
          running = false;
          waits.changed();
        }
      }

      @Override
      public void ddi_umem_unlock(long cookie) {
        waits.await(() -> !running);
        super.ddi_umem_unlock(cookie);
      }
    };
  }
}
