package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Unlocks by itself when a cleanup function was called.
 *
 * <p>Breaks LOCKMEM.event-waits-for-unlock: the driver still unlocks, and the event waits for that.
 */
final class UnlocksBehindTheCallback extends ZooSubject {
  UnlocksBehindTheCallback() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void callBack(LayoutChange change, Lock l) {
        super.callBack(change, l);
        if (!l.isUnlocking()) {
          unlock(l);
        }
      }

      @Override
      protected void notLocked(long cookie) {}
    };
  }
}
