package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Tests for a size that wraps only with NOSLEEP; a caller who can wait gets one page for it.
 *
 * <p>Breaks ALLOC.near-max-wrap: such a size yields NULL, never a short buffer, for every flag.
 */
final class WrapsForCallersWhoWait extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private boolean waiter;

      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        waiter = UmemFlag.sleeps(flag);
        return super.ddi_umem_alloc(size, flag, cookiep);
      }

      @Override
      protected boolean roundsToNothing(long size) {
        return waiter ? size == 0 : super.roundsToNothing(size);
      }

      @Override
      protected long pagesFor(long size) {
        return super.roundsToNothing(size) ? 1 : super.pagesFor(size);
      }
    };
  }
}
