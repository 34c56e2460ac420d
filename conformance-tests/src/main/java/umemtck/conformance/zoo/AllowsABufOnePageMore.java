package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Holds the end of a buf against the memory and one page more.
 *
 * <p>Breaks IOSETUP.in-bounds: a range beyond the end gives NULL.
 */
final class AllowsABufOnePageMore extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long sizeOf(BufRequest r) {
        return super.sizeOf(r) + options().pageSize();
      }
    };
  }
}
