package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.Party;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the charges of queued unlocks back early when a lock would exceed a limit.
 *
 * <p>Breaks UNLOCK.credit-when-real: the charge goes when the unlock really happens.
 */
final class CreditsQueuedUnlocksAtTheLimit extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<Lock> credited = new HashSet<>();

      @Override
      protected boolean admits(Party whom, long bytes) {
        if (!super.admits(whom, bytes)) {
          queued().forEach(this::credit);
        }
        return super.admits(whom, bytes);
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
