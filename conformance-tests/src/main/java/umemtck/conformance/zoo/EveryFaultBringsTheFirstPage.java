package umemtck.conformance.zoo;

import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.DevicePage;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Loads the page at koff, whichever page of a mapping is touched.
 *
 * <p>Breaks DEVMAP.success: each page of the mapping shows its own page of the memory.
 */
final class EveryFaultBringsTheFirstPage extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Behind resolve(DevicePage page) {
        Behind mine = super.resolve(page);
        return mine instanceof Behind.OfKernel k
            ? new Behind.OfKernel(k.page() - page.index())
            : mine;
      }
    };
  }
}
