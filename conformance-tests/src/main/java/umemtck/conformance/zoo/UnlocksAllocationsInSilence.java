package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes the cookie of an allocation for nothing, and returns.
 *
 * <p>Breaks UNLOCK.alloc-cookie: who declares CHECKED diagnoses it.
 */
final class UnlocksAllocationsInSilence extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void notLocked(long cookie) {
        if (find(cookie) == null) {
          super.notLocked(cookie);
        }
      }
    };
  }
}
