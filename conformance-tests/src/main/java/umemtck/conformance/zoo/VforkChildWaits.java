package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.PageRange;
import umemtck.reference.kernel.Proc;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets the exit of a vfork child wait for what its parent has locked.
 *
 * <p>Breaks LOCK.blocks-layout-change: a vfork child takes nothing away, and waits for nothing.
 */
final class VforkChildWaits extends ZooSubject {
  VforkChildWaits() {
    super(Profile.ILLUMOS);
  }

  private static final PageRange EVERYTHING = new PageRange(0, 1L << 60);

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public void exit(long proc) {
        Proc p = proc(proc);
        if (p.borrows()) {
          waits.await(
              () -> p.space().pages(EVERYTHING).stream().allMatch(page -> page.pins() == 0));
        }
        super.exit(proc);
      }
    };
  }
}
