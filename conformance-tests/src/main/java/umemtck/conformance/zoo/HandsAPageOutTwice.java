package umemtck.conformance.zoo;

import umemtck.reference.kernel.AllocCall;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Finds an address in one step, and answers it in the next, whoever has taken it by then.
 *
 * <p>Breaks ALLOC.disjoint: two callers get one address.
 */
final class HandsAPageOutTwice extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private int found;

      @Override
      protected boolean take(AllocCall call) {
        int first = firstHole(call.pages());
        stall("take");
        synchronized (this) {
          found = first;
          return super.take(call);
        }
      }

      private synchronized int firstHole(long pages) {
        return holes().entrySet().stream()
            .filter(hole -> hole.getValue() >= pages)
            .map(hole -> hole.getKey())
            .findFirst()
            .orElse(-1);
      }

      @Override
      protected long grant(long size, long pages, CookieKind kind, CookieRef cookiep) {
        long address = super.grant(size, pages, kind, cookiep);
        Block mine = find(cookiep.get());
        boolean taken = live().stream().anyMatch(b -> b != mine && covers(b, found));
        return address != 0 && taken ? addressOf(found) : address;
      }

      private boolean covers(Block b, int page) {
        return b.firstPage() <= page && page < b.firstPage() + b.pages();
      }
    };
  }
}
