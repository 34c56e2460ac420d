package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Leaves the mark on a mapping that was set up invalid when it is remapped.
 *
 * <p>Breaks REMAP.validates: after a remap it is valid.
 */
final class RemapLeavesItInvalid extends ZooSubject {
  RemapLeavesItInvalid() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void validate(DevmapHandle h) {}
    };
  }
}
