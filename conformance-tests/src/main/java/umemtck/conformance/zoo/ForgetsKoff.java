package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Begins every mapping where the memory of its cookie begins.
 *
 * <p>Breaks DEVMAP.success: the mapping shows the memory from koff on.
 */
final class ForgetsKoff extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long first(DevmapRequest r) {
        return r.handle().isDone() ? super.first(r) : 0;
      }
    };
  }
}
