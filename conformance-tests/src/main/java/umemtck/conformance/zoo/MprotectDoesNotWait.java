package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets mprotect go on though pages are locked.
 *
 * <p>Breaks LOCK.blocks-layout-change: mprotect waits until its pages are unlocked.
 */
final class MprotectDoesNotWait extends ZooSubject {
  MprotectDoesNotWait() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean mustWait(LayoutChange change) {
        return change.event() != LayoutChange.Event.SETPROT && super.mustWait(change);
      }
    };
  }
}
