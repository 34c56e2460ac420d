package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.PageRange;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks whether the first and the last page of a range are mapped, and none between.
 *
 * <p>Breaks LOCK.efault-unmapped: any part that is not mapped gives EFAULT.
 */
final class LooksAtBothEndsOfARange extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isMapped(Lock l) {
        PageRange range = l.range();
        return l.space().page(range.first()) != null && l.space().page(range.end() - 1) != null;
      }
    };
  }
}
