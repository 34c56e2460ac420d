package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Fills the handle in, then finds that it was set up already, and answers -1.
 *
 * <p>Breaks DEVMAP.setup-once: a second setup changes nothing.
 */
final class FillsTheHandleInFirst extends ZooSubject {
  FillsTheHandleInFirst() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isFresh(DevmapRequest r) {
        boolean fresh = super.isFresh(r);
        if (!fresh) {
          bind(r);
        }
        return fresh;
      }
    };
  }
}
