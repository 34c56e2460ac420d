package umemtck.conformance.zoo;

import umemtck.reference.kernel.AllocCall;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks whether there is enough in one step, and takes in the next, if there is room at all.
 *
 * <p>Breaks ALLOC.nosleep-null: two callers take what is enough for one.
 */
final class TestsThenTakes extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean take(AllocCall call) {
        synchronized (this) {
          if (!isEnough(call.pages(), call.kind())) {
            return false;
          }
        }
        stall("take");
        synchronized (this) {
          boolean room = holes().values().stream().anyMatch(hole -> hole >= call.pages());
          if (room || call.pages() == 0) {
            grant(call);
          }
          return call.block() != null;
        }
      }
    };
  }
}
