package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps pageable memory in memory, whatever the pressure.
 *
 * <p>Legal: paging is permitted, not demanded (ALLOC.pageable).
 */
final class NeverPagesOut extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected synchronized long pageOut() {
        return 0;
      }
    };
  }
}
