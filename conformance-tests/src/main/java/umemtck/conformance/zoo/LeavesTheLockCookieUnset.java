package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.Profile;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemCallbackOps;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Stores to *cookiep only when the lock succeeds.
 *
 * <p>Breaks LOCK.cookie-null-on-error: after every error *cookiep is NULL.
 */
final class LeavesTheLockCookieUnset extends ZooSubject {
  LeavesTheLockCookieUnset() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private long was;

      @Override
      public int ddi_umem_lock(long addr, long len, int flags, CookieRef cookiep) {
        was = cookiep.get();
        return super.ddi_umem_lock(addr, len, flags, cookiep);
      }

      @Override
      public int umem_lockmemory(
          long addr, long len, int flags, CookieRef cookiep, UmemCallbackOps ops, long procp) {
        was = cookiep.get();
        return super.umem_lockmemory(addr, len, flags, cookiep, ops, procp);
      }

      @Override
      protected int fail(LockRequest r, int errno, CookieRef cookiep) {
        cookiep.set(was);
        return errno;
      }
    };
  }
}
