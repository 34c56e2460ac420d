package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Locks the pages of a mapping that can be remapped.
 *
 * <p>Breaks REMAP.no-lock: such a lock answers EFAULT.
 */
final class LocksRemappableMappings extends ZooSubject {
  LocksRemappableMappings() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected MappingKind kindOf(DevmapHandle h) {
        return MappingKind.DEVICE;
      }
    };
  }
}
