package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Party;
import umemtck.reference.kernel.Proc;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Leaves the charge in the project that a process leaves, and credits the one that it has joined.
 *
 * <p>Breaks ACCT.credit-same-party: who was charged is credited.
 */
final class CreditsWhereTheProcessIsNow extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Party carrier(Proc owner, Party charged) {
        return owner.party();
      }
    };
  }
}
