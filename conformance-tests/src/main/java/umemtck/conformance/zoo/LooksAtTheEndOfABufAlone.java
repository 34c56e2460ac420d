package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks where a buf ends, not how long it is: with a negative offset it is longer than its memory.
 *
 * <p>Breaks IOSETUP.len-over-size: a length beyond the memory gives NULL, whatever the offset.
 */
final class LooksAtTheEndOfABufAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(BufRequest r) {
        return Long.compareUnsigned(r.off() + r.len(), sizeOf(r)) <= 0
            && (r.off() >= 0 || Long.compareUnsigned(r.len(), sizeOf(r)) > 0);
      }
    };
  }
}
