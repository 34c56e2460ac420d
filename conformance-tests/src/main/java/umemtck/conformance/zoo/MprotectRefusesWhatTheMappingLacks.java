package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes the protections that a mapping began with for the most that it may have.
 *
 * <p>Breaks DEVMAP.maxprot-sticky: an mprotect within maxprot succeeds.
 */
final class MprotectRefusesWhatTheMappingLacks extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean exceedsMaxprot(DevmapHandle h, int prot) {
        return (prot & ~h.mmap().prot()) != 0 || super.exceedsMaxprot(h, prot);
      }
    };
  }
}
