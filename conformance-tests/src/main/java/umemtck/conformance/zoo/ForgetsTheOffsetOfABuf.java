package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Begins every buf where the memory of its cookie begins.
 *
 * <p>Breaks IOSETUP.address: the address is the start of the memory and the offset.
 */
final class ForgetsTheOffsetOfABuf extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long startOf(BufRequest r) {
        return super.startOf(r) - r.off();
      }
    };
  }
}
