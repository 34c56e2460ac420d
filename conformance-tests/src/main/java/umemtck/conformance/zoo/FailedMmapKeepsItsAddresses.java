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
 * Does not give the addresses of an mmap back whose setup was refused.
 *
 * <p>Breaks DEVMAP.failure-no-effect: a later mmap of the same pages succeeds.
 */
final class FailedMmapKeepsItsAddresses extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final List<DeviceMmap> left = new ArrayList<>();

      @Override
      protected int refuseMmap(DevmapHandle h, int errno) {
        left.add(h.mmap());
        return super.refuseMmap(h, errno);
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
