package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refunds a lock that fails up to the page that it failed at, and not that one.
 *
 * <p>Breaks LOCK.rollback: a lock that fails leaves every usage as it was.
 */
final class RefundsAPageTooFew extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void refund(Lock l) {
        super.refund(l);
        if (l.chargedTo() != null) {
          count(l.chargedTo(), options().pageSize(), 1);
        }
      }
    };
  }
}
