package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Charges only pages that nobody has locked.
 *
 * <p>Breaks ACCT.full-price: each lock is charged in full, however much locks overlap.
 */
final class ChargesDistinctPages extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long price(LockRequest r) {
        long fresh =
            r.proc().space().pages(rangeOf(r.addr(), r.len())).stream()
                .filter(page -> page.pins() == 0)
                .count();
        return fresh * options().pageSize();
      }
    };
  }
}
