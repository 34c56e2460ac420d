package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Sets a handle up again: the second memory replaces the first.
 *
 * <p>Breaks DEVMAP.setup-once: a second setup on the same handle answers -1.
 */
final class SecondSetupReplacesTheFirst extends ZooSubject {
  SecondSetupReplacesTheFirst() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isFresh(DevmapRequest r) {
        return true;
      }
    };
  }
}
