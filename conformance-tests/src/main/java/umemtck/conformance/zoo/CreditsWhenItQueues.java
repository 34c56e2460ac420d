package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the charge back when an unlock is queued, while its pages are still pinned.
 *
 * <p>Breaks UNLOCK.releases: when the charge is gone the pages are too (UNLOCK.credit-when-real).
 */
final class CreditsWhenItQueues extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<Lock> credited = new HashSet<>();

      @Override
      protected void enqueue(Lock l) {
        credit(l);
        super.enqueue(l);
      }

      @Override
      protected void credit(Lock l) {
        if (credited.add(l)) {
          super.credit(l);
        }
      }
    };
  }
}
