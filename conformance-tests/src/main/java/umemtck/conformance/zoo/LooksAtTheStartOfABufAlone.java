package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks that a buf begins within the memory and is no longer than it, not that it ends there.
 *
 * <p>Breaks IOSETUP.in-bounds: a range beyond the end gives NULL.
 */
final class LooksAtTheStartOfABufAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(BufRequest r) {
        return r.off() >= 0
            && Long.compareUnsigned(r.len(), sizeOf(r)) <= 0
            && Long.compareUnsigned(r.off(), sizeOf(r)) <= 0;
      }
    };
  }
}
