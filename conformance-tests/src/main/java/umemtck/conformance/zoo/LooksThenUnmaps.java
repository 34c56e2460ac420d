package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks at the pins in one step, lets others in, and unmaps in the next.
 *
 * <p>Breaks LOCK.blocks-layout-change: pages that were locked in between are taken.
 */
final class LooksThenUnmaps extends ZooSubject {
  LooksThenUnmaps() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean done(LayoutChange change) {
        synchronized (this) {
          if (!mayFinish(change)) {
            return super.done(change);
          }
          letGo(change);
        }
        stall("unmap");
        synchronized (this) {
          finish(change);
          return true;
        }
      }
    };
  }
}
