package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks whether the first page of a range is mapped, and no other.
 *
 * <p>Breaks LOCK.efault-unmapped: any part that is not mapped gives EFAULT.
 */
final class LooksAtTheFirstPageOfARange extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isMapped(Lock l) {
        return l.space().page(l.range().first()) != null;
      }
    };
  }
}
