package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Remaps to less than the mapping may do now.
 *
 * <p>Breaks REMAP.maxprot: its protections must lie inside the new maxprot.
 */
final class RemapIgnoresMaxprot extends ZooSubject {
  RemapIgnoresMaxprot() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean permitsPages(DevmapRequest r) {
        return (r.maxprot() & Prot.USER) != 0;
      }
    };
  }
}
