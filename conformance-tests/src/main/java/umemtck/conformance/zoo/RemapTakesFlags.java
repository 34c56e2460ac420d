package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not look at the flags of a remap.
 *
 * <p>Breaks REMAP.flags-zero: any flag is refused.
 */
final class RemapTakesFlags extends ZooSubject {
  RemapTakesFlags() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean hasNoFlags(DevmapRequest r) {
        return true;
      }
    };
  }
}
