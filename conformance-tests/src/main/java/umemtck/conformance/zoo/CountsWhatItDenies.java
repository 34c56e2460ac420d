package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Party;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts first, tests then, and leaves a page of what it denies counted.
 *
 * <p>Breaks ACCT.no-trace-on-deny: a denied lock changes nothing.
 */
final class CountsWhatItDenies extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean admits(Party whom, long bytes) {
        boolean admitted = super.admits(whom, bytes);
        if (!admitted) {
          addLocked(Holder.PROJECT, whom.project(), options().pageSize());
        }
        return admitted;
      }
    };
  }
}
