package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives a page less back than it had charged.
 *
 * <p>Breaks ACCT.exact-size: the credit is exactly what was charged.
 */
final class CreditsAPageTooFew extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void credit(Lock l) {
        super.credit(l);
        if (l.chargedTo() != null) {
          count(l.chargedTo(), options().pageSize(), 1);
        }
      }
    };
  }
}
