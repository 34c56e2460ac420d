package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Exports as much of TRASH as anybody wants.
 *
 * <p>Legal in profile illumos, too: it is open whether its bounds are asked (K-24).
 */
final class NeverAsksTheBoundsOfTrash extends ZooSubject {
  NeverAsksTheBoundsOfTrash() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean asksBounds(DevmapRequest r) {
        return r.block() == null || r.block().kind() != CookieKind.TRASH;
      }
    };
  }
}
