package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives back a page that it never had when NULL is freed.
 *
 * <p>Breaks FREE.null-noop: freeing NULL has no effect.
 */
final class FreesNullWithAnEffect extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void freeNull() {
        if (free(Resource.PAGES) < options().frames()) {
          add(Resource.PAGES, 1);
        }
      }
    };
  }
}
