package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Remaps whatever fits: flags, maxprot and how it was set up do not matter.
 *
 * <p>Legal: nothing else of a remap is documented (REMAP.in-bounds).
 */
final class RemapAsksForBoundsAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean hasNoFlags(DevmapRequest r) {
        return true;
      }

      @Override
      protected boolean isRemappable(DevmapRequest r) {
        return r.handle().isDone();
      }

      @Override
      protected boolean permitsPages(DevmapRequest r) {
        return true;
      }
    };
  }
}
