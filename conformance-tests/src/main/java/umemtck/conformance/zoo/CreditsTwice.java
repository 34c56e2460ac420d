package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives a charge back when the pages are unpinned, and once more behind that.
 *
 * <p>Breaks ACCT.non-negative: a usage does not wrap below zero.
 */
final class CreditsTwice extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void credit(Lock l) {
        super.credit(l);
        super.credit(l);
      }
    };
  }
}
