package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Maps a device MAP_PRIVATE, whatever functions it is given.
 *
 * <p>Legal: that it is refused is not documented (DEVMAP.private-refused).
 */
final class MapsPrivately extends ZooSubject {
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
