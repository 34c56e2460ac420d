package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes a page for every TRASH cookie.
 *
 * <p>Breaks ALLOC.trash in profile illumos; in documented that is a quality: TRASH creates a cookie
 * with no backing of its own.
 */
final class TrashTakesAPage extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void charge(Block b, int sign) {
        super.charge(b, sign);
        if (b.kind() == CookieKind.TRASH) {
          add(Resource.PAGES, sign);
        }
      }
    };
  }
}
