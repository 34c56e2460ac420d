package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does what illumos does where that differs from what is documented.
 *
 * <p>Legal in profile illumos: PAGEABLE with SLEEP is NULL without swap (K-06), unknown bits are
 * ignored.
 */
final class IllumosKernel extends ZooSubject {
  IllumosKernel() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits);
  }
}
