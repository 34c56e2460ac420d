package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.Proc;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Finds whom to credit through the process; and an exit waits for pins, and for nothing else.
 *
 * <p>Breaks ACCT.exit: the process exits between unpin and credit, and its charge stays for ever.
 */
final class CreditsThroughTheProcess extends ZooSubject {
  CreditsThroughTheProcess() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<Proc> gone = new HashSet<>();

      @Override
      protected void finish(LayoutChange change) {
        super.finish(change);
        if (change.event() == LayoutChange.Event.FREE) {
          gone.add(change.proc());
        }
      }

      @Override
      protected boolean isOwed(Proc p) {
        return false;
      }

      @Override
      protected void credit(Lock l) {
        if (!gone.contains(l.request().proc())) {
          super.credit(l);
        }
      }
    };
  }
}
