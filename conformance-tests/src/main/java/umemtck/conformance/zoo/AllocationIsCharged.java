package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts what ddi_umem_alloc gives as locked memory of the project.
 *
 * <p>Breaks ALLOC.not-charged: an allocation changes no count of locked memory.
 */
final class AllocationIsCharged extends ZooSubject {
  AllocationIsCharged() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void charge(Block b, int sign) {
        super.charge(b, sign);
        addLocked(Holder.PROJECT, Ids.PROJECT, -sign * (long) b.pages() * options().pageSize());
      }
    };
  }
}
