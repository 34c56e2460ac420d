package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Adds a len near the largest size_t to the usage, and to addr, and both wrap to something small.
 *
 * <p>Breaks ACCT.overflow: a sum above the largest uint64_t is refused.
 */
final class AddsWithoutLookingForOverflow extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean exceeds(Holder of, long id, long bytes) {
        return Long.compareUnsigned(getLocked(of, id) + bytes, getLimit(of, id)) > 0;
      }

      @Override
      protected boolean isEmptyOrWraps(LockRequest r) {
        return r.len() == 0;
      }

      @Override
      protected boolean isMapped(Lock l) {
        return super.isEmptyOrWraps(l.request()) || super.isMapped(l);
      }
    };
  }
}
