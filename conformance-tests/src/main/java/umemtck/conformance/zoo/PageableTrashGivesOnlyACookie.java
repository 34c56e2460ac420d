package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes PAGEABLE together with TRASH for TRASH, though PAGEABLE would win: NULL with a cookie.
 *
 * <p>Breaks ALLOC.flag-conflict: the subject declares CHECKED, so that a broken duty is diagnosed,
 * refused, or done in one way.
 */
final class PageableTrashGivesOnlyACookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnose(long size, int flag) {
        super.diagnose(size, UmemFlag.trash(flag) ? flag & ~UmemFlag.DDI_UMEM_PAGEABLE : flag);
      }
    };
  }
}
