package umemtck.conformance.zoo;

import java.util.ArrayDeque;
import java.util.Deque;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Wakes who has waited longest for an unlock, whether that one can go on or not, and nobody else.
 *
 * <p>Breaks UNLOCK.wakes-waiters: another one, whose pages are unlocked now, waits on.
 */
final class UnlockWakesOneWaiter extends ZooSubject {
  UnlockWakesOneWaiter() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Deque<LayoutChange> line = new ArrayDeque<>();
      private LayoutChange woken;

      @Override
      protected void wakeWaiters() {
        synchronized (this) {
          woken = line.peek();
        }
        super.wakeWaiters();
      }

      @Override
      protected void awaitUnlocks(LayoutChange change) {
        synchronized (this) {
          line.add(change);
        }
        waits.await(() -> mayGoOn(change));
        synchronized (this) {
          line.remove(change);
        }
      }

      private synchronized boolean mayGoOn(LayoutChange change) {
        return chooseCallback(change) != null || (woken == change && mayFinish(change));
      }
    };
  }
}
