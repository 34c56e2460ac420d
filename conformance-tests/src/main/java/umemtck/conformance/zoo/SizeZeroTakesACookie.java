package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes a cookie before it looks at the size, and keeps it when the size is 0.
 *
 * <p>Breaks ALLOC.size-zero: size 0 consumes nothing.
 */
final class SizeZeroTakesACookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        long address = super.ddi_umem_alloc(size, flag, cookiep);
        if (size == 0 && free(Resource.COOKIES) > 0) {
          add(Resource.COOKIES, -1);
        }
        return address;
      }
    };
  }
}
