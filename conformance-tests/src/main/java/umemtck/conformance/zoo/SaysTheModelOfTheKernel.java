package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Says the data model of the kernel, which is of 64 bits, whoever maps.
 *
 * <p>Breaks SHARED.model-query: it is that of the application.
 */
final class SaysTheModelOfTheKernel extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public synchronized int ddi_mmap_get_model() {
        return DataModel.DDI_MODEL_LP64;
      }
    };
  }
}
