package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Maps a device MAP_PRIVATE without devmap_access.
 *
 * <p>Breaks DEVMAP.private-refused: that is EINVAL.
 */
final class TakesMapPrivate extends ZooSubject {
  TakesMapPrivate() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isRefusedAsPrivate(DevmapHandle h) {
        return false;
      }
    };
  }
}
