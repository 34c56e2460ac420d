package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Zeroes locked memory, and gives pageable memory out as it finds it.
 *
 * <p>Breaks ALLOC.zero-filled: the bytes of both kinds read as zero at return.
 */
final class ForgetsToZeroPageable extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void zero(Block b) {
        if (b.kind() != CookieKind.PAGEABLE) {
          super.zero(b);
        }
      }
    };
  }
}
