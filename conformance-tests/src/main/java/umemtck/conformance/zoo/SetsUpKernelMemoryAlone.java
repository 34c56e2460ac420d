package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses the cookies of locks.
 *
 * <p>Breaks IOSETUP.success: a lock cookie gives a buf.
 */
final class SetsUpKernelMemoryAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isKind(BufRequest r) {
        return r.block() != null && super.isKind(r);
      }
    };
  }
}
