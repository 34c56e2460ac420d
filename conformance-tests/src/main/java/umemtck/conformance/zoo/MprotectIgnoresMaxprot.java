package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks for maxprot when a device is mapped, and never again.
 *
 * <p>Breaks DEVMAP.maxprot-sticky: a later mprotect cannot exceed it.
 */
final class MprotectIgnoresMaxprot extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean exceedsMaxprot(DevmapHandle h, int prot) {
        return false;
      }
    };
  }
}
