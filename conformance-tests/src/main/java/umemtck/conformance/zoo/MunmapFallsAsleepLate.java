package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks at the pins in one step, and begins to listen for unlocks in the next.
 *
 * <p>Breaks UNLOCK.wakes-waiters: it does not hear of an unlock in between.
 */
final class MunmapFallsAsleepLate extends ZooSubject {
  MunmapFallsAsleepLate() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private int told;

      @Override
      protected void wakeWaiters() {
        synchronized (this) {
          told++;
        }
        super.wakeWaiters();
      }

      @Override
      protected void awaitUnlocks(LayoutChange change) {
        stall("sleep");
        int before = heard();
        waits.await(() -> heard() != before || isToCall(change));
      }

      private synchronized boolean isToCall(LayoutChange change) {
        return chooseCallback(change) != null;
      }

      private synchronized int heard() {
        return told;
      }
    };
  }
}
