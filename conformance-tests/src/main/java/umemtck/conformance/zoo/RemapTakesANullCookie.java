package umemtck.conformance.zoo;

import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Exported;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Remaps to NULL: the mapping shows junk.
 *
 * <p>Legal: that it is refused is a quality (REMAP.null-cookie).
 */
final class RemapTakesANullCookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isNull(DevmapRequest r) {
        return !r.handle().isEstablished() && super.isNull(r);
      }

      @Override
      protected boolean isMappingInBounds(DevmapRequest r) {
        return r.cookie() == 0 || super.isMappingInBounds(r);
      }

      @Override
      protected Behind lockedPage(Exported shown) {
        return shown.locked() == null ? new Behind.Junk() : super.lockedPage(shown);
      }
    };
  }
}
