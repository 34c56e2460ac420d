package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Adds a page less one to a size near SIZE_MAX, wraps, and gives one page.
 *
 * <p>Breaks ALLOC.near-max-wrap: such a size yields NULL, never a short buffer.
 */
final class WrapsNearSizeMax extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean roundsToNothing(long size) {
        return size == 0;
      }

      @Override
      protected long pagesFor(long size) {
        return super.roundsToNothing(size) ? 1 : super.pagesFor(size);
      }
    };
  }
}
