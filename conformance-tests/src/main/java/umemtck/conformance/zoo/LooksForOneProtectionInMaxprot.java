package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks that maxprot has one of the protections of the mapping, not all.
 *
 * <p>Breaks DEVMAP.maxprot-subset: all of them must lie inside maxprot.
 */
final class LooksForOneProtectionInMaxprot extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean permitsMapping(DevmapRequest r) {
        return (r.maxprot() & Prot.USER) != 0 && (r.handle().mmap().prot() & maxprot(r)) != 0;
      }
    };
  }
}
