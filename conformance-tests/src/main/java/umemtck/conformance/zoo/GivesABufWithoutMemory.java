package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not look whether there was memory for a buf.
 *
 * <p>Breaks IOSETUP.nosleep-null: NOSLEEP gives NULL when there is no memory.
 */
final class GivesABufWithoutMemory extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isShortOfBufs(BufRequest r) {
        super.isShortOfBufs(r);
        return false;
      }
    };
  }
}
