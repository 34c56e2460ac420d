package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.PageRange;
import umemtck.reference.kernel.UserSpace;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Frees the address space of a process that exits, and leaves what was mlocked counted.
 *
 * <p>Breaks ACCT.exit: after an exit nothing is counted for the process.
 */
final class ExitForgetsWhatIsMlocked extends ZooSubject {
  ExitForgetsWhatIsMlocked() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void munlock(UserSpace space, PageRange range) {
        if (!space.owner().isExiting()) {
          super.munlock(space, range);
        }
      }
    };
  }
}
