package umemtck.conformance.zoo;

import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.DevicePage;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Finds what a page shows in one step, and loads it in the next.
 *
 * <p>Breaks REMAP.atomic-with-faults: after a remap in between it shows the old memory for ever.
 */
final class LoadsWhatWasRemapped extends ZooSubject {
  LoadsWhatWasRemapped() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void translate(DevicePage page) {
        Behind behind;
        synchronized (this) {
          behind = resolve(page);
        }
        stall("load");
        loadWith(page, behind);
      }
    };
  }
}
