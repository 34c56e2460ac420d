package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not test again when a sleeper is woken: after any free it gives what was asked for.
 *
 * <p>Breaks ALLOC.sleep-succeeds: SLEEP waits while less is free than it needs.
 */
final class OverdrawsWhenWoken extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final ThreadLocal<Boolean> woken = ThreadLocal.withInitial(() -> false);
      private int frees;

      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        woken.set(false);
        return super.ddi_umem_alloc(size, flag, cookiep);
      }

      @Override
      protected void sleep(long pages, CookieKind kind) {
        int before = frees;
        waits.await(() -> frees != before || isEnough(pages, kind));
        woken.set(true);
      }

      @Override
      protected boolean isEnough(long pages, CookieKind kind) {
        long more = woken.get() ? pages : 0;
        add(Resource.PAGES, more);
        boolean enough = super.isEnough(pages, kind);
        add(Resource.PAGES, -more);
        return enough;
      }

      @Override
      protected void wake() {
        frees++;
        super.wake();
      }
    };
  }
}
