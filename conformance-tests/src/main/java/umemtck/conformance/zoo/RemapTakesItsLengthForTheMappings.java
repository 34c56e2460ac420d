package umemtck.conformance.zoo;

import java.util.HashMap;
import java.util.Map;
import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.DevicePage;
import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.RangeCheck;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes the length of a remap for that of the mapping: what is behind it is gone.
 *
 * <p>Breaks REMAP.length-fixed: the length of the mapping does not change.
 */
final class RemapTakesItsLengthForTheMappings extends ZooSubject {
  RemapTakesItsLengthForTheMappings() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<DevmapHandle, Long> lengths = new HashMap<>();

      @Override
      protected void switchOver(DevmapRequest r) {
        lengths.put(
            r.handle(),
            RangeCheck.wholePages(r.len(), options().pageSize()) / options().pageSize());
        super.switchOver(r);
      }

      @Override
      protected Behind resolve(DevicePage page) {
        long length = lengths.getOrDefault(page.handle(), Long.MAX_VALUE);
        return page.index() < length ? super.resolve(page) : null;
      }
    };
  }
}
