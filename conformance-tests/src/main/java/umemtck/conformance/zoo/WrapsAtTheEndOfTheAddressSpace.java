package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Loops from addr to addr plus len, which is smaller where the range wraps, sees no page, and
 * succeeds.
 *
 * <p>Breaks LOCK.efault-wrap: a range that wraps fails.
 */
final class WrapsAtTheEndOfTheAddressSpace extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
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
