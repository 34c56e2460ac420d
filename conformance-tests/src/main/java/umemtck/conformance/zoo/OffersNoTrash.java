package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not offer TRASH, and says so.
 *
 * <p>Legal: it is a quality to offer it (ALLOC.trash).
 */
final class OffersNoTrash extends ZooSubject {
  @Override
  public Declaration declaration() {
    return super.declaration().without(Feature.TRASH, "there is no trash page");
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnose(long size, int flag) {
        super.diagnose(size, flag);
        if (UmemFlag.trash(flag)) {
          throw panic("ddi_umem_alloc: TRASH is not offered");
        }
      }
    };
  }
}
