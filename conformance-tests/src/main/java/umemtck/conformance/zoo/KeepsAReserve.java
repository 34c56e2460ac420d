package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Uses up to two pages more than an allocation has, for its own tables, and declares that.
 *
 * <p>Legal: an allocation may use the declared overhead beside its own pages.
 */
final class KeepsAReserve extends ZooSubject {
  @Override
  public Declaration declaration() {
    Declaration all = super.declaration();
    return all.withCapacity(all.capacity() - 2).withOverhead(Resource.PAGES, 2);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isEnough(long pages, CookieKind kind) {
        boolean room = free(Resource.PAGES) >= pages + 2;
        return super.isEnough(pages, kind) && (room || kind == CookieKind.TRASH);
      }

      @Override
      protected void charge(Block b, int sign) {
        super.charge(b, sign);
        if (b.kind() != CookieKind.TRASH) {
          add(Resource.PAGES, sign * (b.cookie() >> 6) % 3);
        }
      }

      @Override
      protected boolean givesUp(long pages, CookieKind kind) {
        return pages > declaration().capacity() || super.givesUp(pages, kind);
      }
    };
  }
}
