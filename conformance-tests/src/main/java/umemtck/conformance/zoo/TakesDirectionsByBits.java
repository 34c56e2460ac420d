package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks whether one of the two bits of a direction is set; both are.
 *
 * <p>Breaks IOSETUP.direction-valid: a direction is exactly one of two.
 */
final class TakesDirectionsByBits extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isDirection(BufRequest r) {
        return (r.direction() & (BufFlag.B_READ | BufFlag.B_WRITE)) != 0;
      }
    };
  }
}
