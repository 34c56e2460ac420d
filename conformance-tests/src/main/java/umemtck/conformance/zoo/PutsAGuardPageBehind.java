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
 * Leaves a page of address space behind each allocation empty, and declares that.
 *
 * <p>Legal: an allocation may use the declared overhead beside its own pages.
 */
final class PutsAGuardPageBehind extends ZooSubject {
  @Override
  public Declaration declaration() {
    Declaration all = super.declaration();
    return all.withCapacity(all.capacity() - 1).withOverhead(Resource.ADDRESS, 1);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isEnough(long pages, CookieKind kind) {
        boolean room = holes().values().stream().anyMatch(hole -> hole > pages);
        return super.isEnough(pages, kind) && (room || kind == CookieKind.TRASH);
      }

      @Override
      protected int takeAddress(int pages) {
        return super.takeAddress(pages + 1);
      }

      @Override
      protected void release(Block b) {
        super.release(b);
        if (b.kind() != CookieKind.TRASH) {
          giveAddress(b.firstPage() + b.pages(), 1);
        }
      }

      @Override
      protected boolean givesUp(long pages, CookieKind kind) {
        return pages > declaration().capacity() || super.givesUp(pages, kind);
      }
    };
  }
}
