package umemtck.conformance.zoo;

import java.util.ArrayList;
import java.util.List;
import umemtck.reference.kernel.DeviceMmap;
import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers an errno if devmap_map fails, and keeps the addresses.
 *
 * <p>Breaks DEVMAP.failure-no-effect: nothing is mapped then.
 */
final class KeepsWhatDevmapMapRefused extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final List<DeviceMmap> left = new ArrayList<>();

      @Override
      protected int callMap(DevmapHandle h) {
        int no = super.callMap(h);
        if (no != 0) {
          left.add(h.mmap());
        }
        return no;
      }

      @Override
      protected boolean isVacant(DeviceMmap m) {
        return super.isVacant(m)
            && left.stream()
                .noneMatch(l -> l.space() == m.space() && l.range().intersects(m.range()));
      }
    };
  }
}
