package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.reference.kernel.Party;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Brings the pages of a lock in before it tests the limit.
 *
 * <p>Breaks ACCT.test-before-lock: the limit is tested before any page is touched.
 */
final class BringsInBeforeItAsksTheLimit extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Party payer(LockRequest r) {
        r.proc().space().pages(rangeOf(r.addr(), r.len())).forEach(this::bringIn);
        return super.payer(r);
      }
    };
  }
}
