package umemtck.conformance.zoo;

import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Exported;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Sets a mapping of NULL up: it shows junk.
 *
 * <p>Breaks DEVMAP.null-cookie: a NULL cookie is refused.
 */
final class TakesANullCookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isNull(DevmapRequest r) {
        return r.handle().isDone() && super.isNull(r);
      }

      @Override
      protected boolean isInBounds(DevmapRequest r) {
        return r.cookie() == 0 || super.isInBounds(r);
      }

      @Override
      protected Behind lockedPage(Exported shown) {
        return shown.locked() == null ? new Behind.Junk() : super.lockedPage(shown);
      }
    };
  }
}
