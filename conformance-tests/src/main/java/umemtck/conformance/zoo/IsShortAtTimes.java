package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Is short of lockable memory at every fourth lock, answers EAGAIN, and offers no FAULTS.
 *
 * <p>Legal: where FAULTS is not offered a shortage is always possible (LOCK.resource-shortage).
 */
final class IsShortAtTimes extends ZooSubject {
  @Override
  public Declaration declaration() {
    return super.declaration().without(Feature.FAULTS, "nothing can be made to fail");
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private int locks;

      @Override
      protected int pinPages(Lock l) {
        return ++locks % 4 == 0 ? Errno.EAGAIN : super.pinPages(l);
      }
    };
  }
}
