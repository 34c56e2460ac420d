package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Compares the protections of a mapping with how the device was opened alone.
 *
 * <p>Breaks DEVMAP.maxprot-subset: they must lie inside maxprot.
 */
final class SetupIgnoresMaxprot extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean permitsMapping(DevmapRequest r) {
        int most = mostOf(r.handle().mmap());
        return (r.maxprot() & Prot.USER) != 0 && (r.handle().mmap().prot() & ~most) == 0;
      }
    };
  }
}
