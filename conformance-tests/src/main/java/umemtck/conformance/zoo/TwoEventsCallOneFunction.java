package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Chooses whose function to call in one step, and marks it as called in the next.
 *
 * <p>Breaks LOCKMEM.callback-at-most-once: two events that overlap call one function.
 */
final class TwoEventsCallOneFunction extends ZooSubject {
  TwoEventsCallOneFunction() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Lock picked(LayoutChange change) {
        Lock l;
        synchronized (this) {
          l = chooseCallback(change);
        }
        stall("mark");
        synchronized (this) {
          if (l == null || l.callback() == Lock.Callback.CANCELLED) {
            return null;
          }
          pick(l);
          return l;
        }
      }
    };
  }
}
