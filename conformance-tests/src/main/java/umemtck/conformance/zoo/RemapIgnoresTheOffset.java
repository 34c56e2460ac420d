package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Remaps to the start of the new memory, whatever the offset.
 *
 * <p>Breaks REMAP.switch: the mapping shows it from the new offset on.
 */
final class RemapIgnoresTheOffset extends ZooSubject {
  RemapIgnoresTheOffset() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long first(DevmapRequest r) {
        return r.handle().isDone() ? 0 : super.first(r);
      }
    };
  }
}
