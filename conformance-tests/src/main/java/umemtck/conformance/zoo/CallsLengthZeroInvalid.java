package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers EINVAL to a lock with len 0.
 *
 * <p>Legal: in documented nothing is said of len 0 (LOCK.len-zero).
 */
final class CallsLengthZeroInvalid extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isLenAligned(LockRequest r) {
        return r.len() != 0 && super.isLenAligned(r);
      }
    };
  }
}
