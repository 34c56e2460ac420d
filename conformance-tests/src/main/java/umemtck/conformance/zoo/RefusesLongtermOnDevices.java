package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Has a list of what LONGTERM is for, and devices are not on it.
 *
 * <p>Breaks LOCKMEM.longterm-seg-kinds: LONGTERM is for ordinary, shared-memory and device
 * segments.
 */
final class RefusesLongtermOnDevices extends ZooSubject {
  RefusesLongtermOnDevices() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isFitForLongterm(Lock l) {
        return super.isFitForLongterm(l)
            && (!l.request().longterm()
                || l.space().pages(l.range()).stream()
                    .noneMatch(p -> p.kind() == MappingKind.DEVICE));
      }
    };
  }
}
