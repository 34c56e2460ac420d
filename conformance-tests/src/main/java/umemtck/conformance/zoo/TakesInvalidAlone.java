package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Sets up a mapping that is invalid for good.
 *
 * <p>Breaks DEVMAP.invalid-needs-remap: MAPPING_INVALID needs ALLOW_REMAP.
 */
final class TakesInvalidAlone extends ZooSubject {
  TakesInvalidAlone() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean canBecomeValid(DevmapRequest r) {
        return true;
      }
    };
  }
}
