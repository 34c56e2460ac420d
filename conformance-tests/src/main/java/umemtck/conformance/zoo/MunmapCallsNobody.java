package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets munmap wait, and calls no cleanup function.
 *
 * <p>Breaks LOCKMEM.events: munmap calls the functions of the locks that it needs.
 */
final class MunmapCallsNobody extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Lock chooseCallback(LayoutChange change) {
        return change.event() == LayoutChange.Event.UNMAP ? null : super.chooseCallback(change);
      }
    };
  }
}
