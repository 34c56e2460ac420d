package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Calls the functions of all locks of a process, also of those that an event does not touch.
 *
 * <p>Legal: whose functions are called is a quality (LOCKMEM.event-range).
 */
final class CallsForPagesBeside extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean touches(LayoutChange change, Lock l) {
        return l.space() == change.proc().space();
      }
    };
  }
}
