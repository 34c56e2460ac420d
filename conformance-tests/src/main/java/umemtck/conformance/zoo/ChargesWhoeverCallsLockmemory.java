package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.reference.kernel.Party;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Charges the process that calls umem_lockmemory, and its project, for the pages of another.
 *
 * <p>Breaks ACCT.owner-not-caller: the owner of the pages is charged.
 */
final class ChargesWhoeverCallsLockmemory extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Party payer(LockRequest r) {
        return proc(current()).party();
      }
    };
  }
}
