package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Tests the limits in one step, and charges in the next.
 *
 * <p>Breaks ACCT.atomic: two locks that each fit alone are both admitted.
 */
final class TestsThenCharges extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int charged(Lock l) {
        synchronized (this) {
          if (isCounted(l.request()) && !admits(payer(l.request()), price(l.request()))) {
            return Errno.ENOMEM;
          }
        }
        stall("charge");
        synchronized (this) {
          setOutstanding(l, true);
          if (isCounted(l.request())) {
            charge(l, payer(l.request()), price(l.request()));
          }
          return 0;
        }
      }
    };
  }
}
