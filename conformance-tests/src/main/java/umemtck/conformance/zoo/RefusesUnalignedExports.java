package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses koff and len that are no whole pages.
 *
 * <p>Legal in profile illumos, too: whole pages are a duty of the caller (K-14).
 */
final class RefusesUnalignedExports extends ZooSubject {
  RefusesUnalignedExports() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isAligned(DevmapRequest r) {
        return ((r.off() | r.len()) & (options().pageSize() - 1)) == 0;
      }
    };
  }
}
