package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Charges a page more than was asked for, for its own tables.
 *
 * <p>Breaks ACCT.exact-size: the charge is exactly len.
 */
final class ChargesAPageForItself extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long price(LockRequest r) {
        return r.len() + options().pageSize();
      }
    };
  }
}
