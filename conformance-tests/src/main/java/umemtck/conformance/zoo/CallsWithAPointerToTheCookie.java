package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Passes a cleanup function where the cookie is, and not the cookie.
 *
 * <p>Breaks LOCKMEM.callback-argument: the function receives the cookie.
 */
final class CallsWithAPointerToTheCookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void callBack(LayoutChange change, Lock l) {
        l.request().ops().cbo_umem_lock_cleanup().cleanup(l.cookie() + 0x8);
      }
    };
  }
}
