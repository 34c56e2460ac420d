package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Loops over no page for len 0, and succeeds.
 *
 * <p>Breaks LOCK.len-zero: len 0 fails.
 */
final class LocksNothingForLengthZero extends ZooSubject {
  LocksNothingForLengthZero() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isEmptyOrWraps(LockRequest r) {
        return r.len() != 0 && super.isEmptyOrWraps(r);
      }
    };
  }
}
