package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemCallbackOps;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses a umem_lockmemory that names no process.
 *
 * <p>Breaks LOCKMEM.proc-null: NULL means the current process.
 */
final class RefusesTheNullProcess extends ZooSubject {
  RefusesTheNullProcess() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public int umem_lockmemory(
          long addr, long len, int flags, CookieRef cookiep, UmemCallbackOps ops, long procp) {
        if (procp != 0) {
          return super.umem_lockmemory(addr, len, flags, cookiep, ops, procp);
        }
        cookiep.set(0);
        return Errno.EINVAL;
      }
    };
  }
}
