package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses what would make the usage equal to the limit.
 *
 * <p>Breaks ACCT.exactly-at-limit: exactly at the limit succeeds.
 */
final class KeepsTheLastByteOfALimit extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean exceeds(Holder of, long id, long bytes) {
        return super.exceeds(of, id, bytes)
            || (bytes != 0 && getLocked(of, id) + bytes == getLimit(of, id));
      }
    };
  }
}
