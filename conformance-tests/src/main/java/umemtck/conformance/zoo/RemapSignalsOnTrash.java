package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Ends every touch of a mapping that was remapped to TRASH in a signal.
 *
 * <p>Legal in profile illumos: that it goes on is left open (REMAP.trash).
 */
final class RemapSignalsOnTrash extends ZooSubject {
  RemapSignalsOnTrash() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<DevmapHandle> revoked = new HashSet<>();

      @Override
      protected void switchOver(DevmapRequest r) {
        super.switchOver(r);
        if (r.block() != null && r.block().kind() == CookieKind.TRASH) {
          revoked.add(r.handle());
        } else {
          revoked.remove(r.handle());
        }
      }

      @Override
      protected boolean signals(DevmapHandle h) {
        return super.signals(h) || revoked.contains(h);
      }
    };
  }
}
