package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Adds offset and length of a buf as unsigned numbers: a negative offset wraps back into bounds.
 *
 * <p>Breaks IOSETUP.negative-offset: a negative offset gives NULL.
 */
final class WrapsTheEndOfABuf extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(BufRequest r) {
        return Long.compareUnsigned(r.len(), sizeOf(r)) <= 0
            && Long.compareUnsigned(r.off() + r.len(), sizeOf(r)) <= 0;
      }
    };
  }
}
