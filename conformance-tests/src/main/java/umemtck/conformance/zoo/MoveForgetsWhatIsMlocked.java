package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.PageRange;
import umemtck.reference.kernel.Party;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes the charges of locks along, and leaves what is mlocked behind, when a process joins another
 * project.
 *
 * <p>Breaks ACCT.move-carries-charge: a move takes the charge along.
 */
final class MoveForgetsWhatIsMlocked extends ZooSubject {
  MoveForgetsWhatIsMlocked() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void moveCharge(Party from, Party to) {
        super.moveCharge(from, to);
        if (from.zone() == to.zone()) {
          PageRange everything = new PageRange(0, 1L << 60);
          long mlocked =
              proc(from.proc()).space().pages(everything).stream()
                  .filter(page -> page.mlockedFor() != null)
                  .count();
          addLocked(Holder.PROJECT, from.project(), mlocked * options().pageSize());
          addLocked(Holder.PROJECT, to.project(), -mlocked * options().pageSize());
        }
      }
    };
  }
}
