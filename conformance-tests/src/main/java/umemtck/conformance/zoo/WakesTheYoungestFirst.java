package umemtck.conformance.zoo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets the sleeper go on that came last, of those for whom there is enough.
 *
 * <p>Legal: nothing is said about the order in which sleepers are woken (ALLOC.sleep-succeeds).
 */
final class WakesTheYoungestFirst extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Deque<BooleanSupplier> sleepers = new ArrayDeque<>();

      @Override
      protected void sleep(long pages, CookieKind kind) {
        BooleanSupplier mine = () -> isEnough(pages, kind) || givesUp(pages, kind);
        sleepers.push(mine);
        waits.await(() -> first() == mine);
        sleepers.remove(mine);
        waits.changed();
      }

      private BooleanSupplier first() {
        return sleepers.stream().filter(BooleanSupplier::getAsBoolean).findFirst().orElse(null);
      }
    };
  }
}
