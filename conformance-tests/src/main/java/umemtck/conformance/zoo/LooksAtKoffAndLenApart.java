package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks that koff lies in the memory and that len is no longer than it, not that both together are.
 *
 * <p>Breaks DEVMAP.in-bounds: the range must end within the memory.
 */
final class LooksAtKoffAndLenApart extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(DevmapRequest r) {
        boolean apart = r.off() >= 0 && r.off() < sizeOf(r);
        return !asksBounds(r) || (apart && Long.compareUnsigned(r.len(), sizeOf(r)) <= 0);
      }
    };
  }
}
