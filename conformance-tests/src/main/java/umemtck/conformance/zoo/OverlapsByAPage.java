package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives every allocation that lies right above another one the last page of that one too.
 *
 * <p>Breaks ALLOC.disjoint: live allocations never overlap.
 */
final class OverlapsByAPage extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long grant(long size, long pages, CookieKind kind, CookieRef cookiep) {
        long address = super.grant(size, pages, kind, cookiep);
        Block mine = find(cookiep.get());
        boolean touches =
            live().stream()
                .anyMatch(b -> b.pages() > 0 && b.firstPage() + b.pages() == mine.firstPage());
        return address != 0 && touches ? address - options().pageSize() : address;
      }
    };
  }
}
