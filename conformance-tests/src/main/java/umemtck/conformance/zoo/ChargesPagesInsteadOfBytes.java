package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts pages where bytes are due.
 *
 * <p>Breaks ACCT.exact-size: the charge is exactly len.
 */
final class ChargesPagesInsteadOfBytes extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long price(LockRequest r) {
        return r.len() / options().pageSize();
      }
    };
  }
}
