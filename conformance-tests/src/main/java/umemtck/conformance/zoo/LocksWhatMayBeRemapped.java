package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Locks a mapping that can be remapped, as long as it is valid.
 *
 * <p>Breaks LOCK.efault-unsupported: one made with ALLOW_REMAP cannot be locked.
 */
final class LocksWhatMayBeRemapped extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected MappingKind kindOf(DevmapHandle h) {
        return h.isInvalid() ? super.kindOf(h) : MappingKind.DEVICE;
      }
    };
  }
}
