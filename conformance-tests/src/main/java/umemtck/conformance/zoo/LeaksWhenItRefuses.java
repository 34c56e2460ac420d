package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes the cookie first, and does not give it back when there are too few pages.
 *
 * <p>Breaks ALLOC.nosleep-null: a refusal changes nothing.
 */
final class LeaksWhenItRefuses extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
        if (free(Resource.COOKIES) > 0) {
          add(Resource.COOKIES, -1);
        }
        return super.refuse(pages, kind, cookiep);
      }
    };
  }
}
