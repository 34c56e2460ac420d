package umemtck.conformance.zoo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * An event picks all functions that it has to call at once, and then calls one after the other.
 *
 * <p>Legal: what an event has picked may run after its unlock (LOCKMEM.callback-after-unlock).
 */
final class PicksAllFunctionsAtOnce extends ZooSubject {
  PicksAllFunctionsAtOnce() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<LayoutChange, Deque<Lock>> plans = new IdentityHashMap<>();

      @Override
      protected Lock chooseCallback(LayoutChange change) {
        for (Lock l : plans.getOrDefault(change, new ArrayDeque<>())) {
          if (l.callback() == Lock.Callback.ARMED || l.callback() == Lock.Callback.CANCELLED) {
            return l;
          }
        }
        return super.chooseCallback(change);
      }

      @Override
      protected synchronized Lock picked(LayoutChange change) {
        Deque<Lock> plan = plans.computeIfAbsent(change, c -> new ArrayDeque<>());
        if (plan.isEmpty()) {
          locks().stream().filter(l -> isArmed(l) && touches(change, l)).forEach(plan::add);
        }
        Lock l = super.picked(change);
        plan.remove(l);
        return l;
      }
    };
  }
}
