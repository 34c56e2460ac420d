package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses SLEEP from kernel context: it looks for a user process to put to sleep.
 *
 * <p>Breaks ALLOC.context: SLEEP is callable from user and from kernel context.
 */
final class SleepNeedsAUserProcess extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
        if (UmemFlag.sleeps(flag) && context() == Context.KERNEL) {
          cookiep.set(0);
          return 0;
        }
        return super.ddi_umem_alloc(size, flag, cookiep);
      }
    };
  }
}
