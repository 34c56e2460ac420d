package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Locks page by page until it finds a hole, and leaves what it has locked.
 *
 * <p>Breaks LOCK.efault-unmapped: nothing stays locked.
 */
final class KeepsThePagesBeforeAHole extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isMapped(Lock l) {
        boolean mapped = super.isMapped(l);
        if (!mapped) {
          for (long p = l.range().first(); l.space().page(p) != null; p++) {
            pin(l.space().page(p));
          }
        }
        return mapped;
      }
    };
  }
}
