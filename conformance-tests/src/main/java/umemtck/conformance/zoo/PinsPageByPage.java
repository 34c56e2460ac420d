package umemtck.conformance.zoo;

import java.util.ArrayList;
import java.util.List;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Pins one page in each step, while it reads the address space, and undoes so, from the last.
 *
 * <p>Breaks nothing: nobody can unmap a page of a range that is being pinned.
 */
final class PinsPageByPage extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int pinned(Lock l) {
        int errno;
        synchronized (this) {
          errno = checkRange(l);
          if (errno == 0 && isFitForLongterm(l)) {
            errno = nextFault(FaultyStep.PAGE_LOCK);
          }
        }
        int pages = (int) (errno == 0 ? l.range().count() : 0);
        for (int i = 0; i < pages; i++) {
          stall("page");
          pinNext(l, i);
        }
        leave(l.space());
        return errno;
      }

      private synchronized void pinNext(Lock l, int i) {
        UserPage page = l.space().page(l.range().first() + i);
        pin(page);
        List<UserPage> pinned = new ArrayList<>(l.pinned());
        pinned.add(page);
        setPinned(l, pinned);
      }

      @Override
      protected void unpinAll(Lock l) {
        while (!l.pinned().isEmpty()) {
          unpinLast(l);
          stall("page");
        }
      }

      private synchronized void unpinLast(Lock l) {
        int last = l.pinned().size() - 1;
        unpin(l.pinned().get(last));
        setPinned(l, l.pinned().subList(0, last));
      }
    };
  }
}
