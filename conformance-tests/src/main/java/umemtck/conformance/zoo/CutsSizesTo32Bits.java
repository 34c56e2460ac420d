package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Cuts a size to 32 bits on its way to the allocator, and gives what is left of it.
 *
 * <p>Breaks ALLOC.impossible-size: a size that can never be satisfied yields NULL with NOSLEEP,
 * never a short buffer.
 */
final class CutsSizesTo32Bits extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long pagesFor(long size) {
        return Math.max(1, super.pagesFor(size & 0xffff_ffffL));
      }
    };
  }
}
