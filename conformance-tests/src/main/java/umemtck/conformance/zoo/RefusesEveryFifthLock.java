package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers every fifth lock with EAGAIN, for nothing.
 *
 * <p>Breaks LOCK.success: what is mapped and lockable, and within the limits, is locked.
 */
final class RefusesEveryFifthLock extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private int locks;

      @Override
      protected int pinPages(Lock l) {
        return ++locks % 5 == 0 ? Errno.EAGAIN : super.pinPages(l);
      }
    };
  }
}
