package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes LONGTERM without a cleanup function.
 *
 * <p>Breaks LOCKMEM.longterm-needs-callback: LONGTERM without a function gives EINVAL.
 */
final class AcceptsLongtermWithoutAFunction extends ZooSubject {
  AcceptsLongtermWithoutAFunction() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean hasNeededFunction(LockRequest r) {
        return true;
      }
    };
  }
}
