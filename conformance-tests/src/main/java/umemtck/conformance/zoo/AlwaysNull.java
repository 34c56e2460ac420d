package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers NULL, whatever is asked for.
 *
 * <p>Breaks ALLOC.nosleep-null: NOSLEEP yields NULL only when memory is not available now.
 */
final class AlwaysNull extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        cookiep.set(0);
        return 0;
      }
    };
  }
}
