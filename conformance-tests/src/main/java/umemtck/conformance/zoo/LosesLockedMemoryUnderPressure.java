package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes the frames of locked memory under pressure, and puts others, empty, in their place.
 *
 * <p>Breaks ALLOC.default-locked: contents stay until free, not only residency.
 */
final class LosesLockedMemoryUnderPressure extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected synchronized long pageOut() {
        for (Block b : live()) {
          for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
            if (b.kind() == CookieKind.NON_PAGEABLE) {
              paint(page, 0, options().pageSize(), (byte) 0);
            }
          }
        }
        return super.pageOut();
      }
    };
  }
}
