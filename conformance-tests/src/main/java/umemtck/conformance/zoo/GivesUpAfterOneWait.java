package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Waits for one free, and answers NULL if that was not enough.
 *
 * <p>Breaks ALLOC.sleep-succeeds: with SLEEP the call waits until there is enough, however often.
 */
final class GivesUpAfterOneWait extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final ThreadLocal<Boolean> hasWaited = ThreadLocal.withInitial(() -> false);
      private int frees;

      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        hasWaited.set(false);
        return super.ddi_umem_alloc(size, flag, cookiep);
      }

      @Override
      protected void sleep(long pages, CookieKind kind) {
        int before = frees;
        waits.await(() -> frees != before || isEnough(pages, kind));
        hasWaited.set(true);
      }

      @Override
      protected boolean givesUp(long pages, CookieKind kind) {
        return hasWaited.get() || super.givesUp(pages, kind);
      }

      @Override
      protected void wake() {
        frees++;
        super.wake();
      }
    };
  }
}
