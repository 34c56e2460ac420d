package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives pageable memory without looking at the free swap.
 *
 * <p>Breaks ALLOC.nosleep-null: NOSLEEP yields NULL when what it needs is not available, of each
 * resource.
 */
final class OverdrawsSwap extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isEnough(long pages, CookieKind kind) {
        return super.isEnough(pages, kind == CookieKind.PAGEABLE ? CookieKind.NON_PAGEABLE : kind);
      }
    };
  }
}
