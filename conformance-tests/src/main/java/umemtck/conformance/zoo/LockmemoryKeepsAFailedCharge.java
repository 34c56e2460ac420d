package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps the charge of a umem_lockmemory that fails behind the limit.
 *
 * <p>Breaks LOCKMEM.as-lock: a umem_lockmemory that fails leaves every usage as it was.
 */
final class LockmemoryKeepsAFailedCharge extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void refund(Lock l) {
        if (!l.request().lockmemory()) {
          super.refund(l);
        }
      }
    };
  }
}
