package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Party;
import umemtck.reference.kernel.Proc;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the charge back to the process that unlocks, and its project.
 *
 * <p>Breaks UNLOCK.any-thread: whoever unlocks, the credit goes where the charge was.
 */
final class CreditsWhoeverUnlocks extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Party carrier(Proc owner, Party charged) {
        return proc(current()).party();
      }
    };
  }
}
