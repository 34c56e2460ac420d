package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives a page for size 0.
 *
 * <p>Breaks ALLOC.size-zero: size 0 yields NULL and a NULL cookie.
 */
final class GivesAPageForSizeZero extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean roundsToNothing(long size) {
        return size != 0 && super.roundsToNothing(size);
      }

      @Override
      protected long pagesFor(long size) {
        return size == 0 ? 1 : super.pagesFor(size);
      }
    };
  }
}
