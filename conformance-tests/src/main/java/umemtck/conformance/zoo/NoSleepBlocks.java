package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Waits with NOSLEEP too.
 *
 * <p>Breaks ALLOC.nosleep-null: with NOSLEEP the call does not block.
 */
final class NoSleepBlocks extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        diagnose(size, flag);
        if (!UmemFlag.sleeps(flag) && !roundsToNothing(size)) {
          CookieKind kind = CookieKind.allocatedWith(flag);
          long pages = kind == CookieKind.TRASH ? 0 : pagesFor(size);
          waits.await(() -> isEnough(pages, kind) || givesUp(pages, kind));
        }
        return super.ddi_umem_alloc(size, flag, cookiep);
      }
    };
  }
}
