package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not look at the version of the callback vector.
 *
 * <p>Breaks LOCKMEM.callback-version: a version that is not 1 gives EINVAL.
 */
final class AcceptsAnyVectorVersion extends ZooSubject {
  AcceptsAnyVectorVersion() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean knowsVersion(LockRequest r) {
        return true;
      }
    };
  }
}
