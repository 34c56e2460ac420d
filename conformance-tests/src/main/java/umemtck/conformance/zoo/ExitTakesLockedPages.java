package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets exit go on though pages are locked.
 *
 * <p>Breaks LOCK.blocks-layout-change: exit waits until its pages are unlocked.
 */
final class ExitTakesLockedPages extends ZooSubject {
  ExitTakesLockedPages() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean mustWait(LayoutChange change) {
        return change.event() != LayoutChange.Event.FREE && super.mustWait(change);
      }
    };
  }
}
