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
 * Calls a cleanup function once more if the lock is still there when it comes back.
 *
 * <p>Breaks LOCKMEM.callback-at-most-once: a function is called at most once.
 */
final class CallsTwice extends ZooSubject {
  CallsTwice() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<Lock> again = new HashSet<>();

      @Override
      protected boolean isArmed(Lock l) {
        boolean still = l.callback() == Lock.Callback.ENDED && !l.isUnlocking();
        return super.isArmed(l) || (still && !again.contains(l));
      }

      @Override
      protected void callBack(LayoutChange change, Lock l) {
        if (!calledFirst(l)) {
          again.add(l);
        }
        super.callBack(change, l);
      }

      private final Set<Lock> called = new HashSet<>();

      private boolean calledFirst(Lock l) {
        return called.add(l);
      }
    };
  }
}
