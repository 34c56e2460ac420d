package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes a lock whose cleanup function was called for unlocked, and goes on.
 *
 * <p>Breaks LOCKMEM.event-waits-for-unlock: the event waits for the unlock.
 */
final class EventGoesOnBehindTheCallback extends ZooSubject {
  EventGoesOnBehindTheCallback() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean mustWait(LayoutChange change) {
        return super.mustWait(change)
            && locks().stream()
                .anyMatch(l -> touches(change, l) && l.callback() != Lock.Callback.ENDED);
      }
    };
  }
}
