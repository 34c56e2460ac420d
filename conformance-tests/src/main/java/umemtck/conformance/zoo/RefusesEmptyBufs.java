package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives NULL for a length of 0.
 *
 * <p>Legal: an empty buf is a quality (IOSETUP.len-zero).
 */
final class RefusesEmptyBufs extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(BufRequest r) {
        return r.len() != 0 && super.isInBounds(r);
      }
    };
  }
}
