package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Remaps any mapping that was set up.
 *
 * <p>Breaks REMAP.needs-setup: it needs DEVMAP_ALLOW_REMAP.
 */
final class RemapsWithoutAllowRemap extends ZooSubject {
  RemapsWithoutAllowRemap() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isRemappable(DevmapRequest r) {
        return r.handle().isDone();
      }
    };
  }
}
