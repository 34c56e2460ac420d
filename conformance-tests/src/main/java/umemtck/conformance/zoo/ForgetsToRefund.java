package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps the charge of a lock that fails behind the limit.
 *
 * <p>Breaks LOCK.rollback: a lock that fails leaves every usage as it was.
 */
final class ForgetsToRefund extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void refund(Lock l) {}
    };
  }
}
