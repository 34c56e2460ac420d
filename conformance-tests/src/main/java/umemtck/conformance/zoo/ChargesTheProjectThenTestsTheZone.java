package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.Party;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Charges the project, tests the zone in the next step, and takes the charge back if it denies.
 *
 * <p>Breaks ACCT.both-or-nothing: meanwhile a denial has left something counted.
 */
final class ChargesTheProjectThenTestsTheZone extends ZooSubject {
  ChargesTheProjectThenTestsTheZone() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int charged(Lock l) {
        Party whom = payer(l.request());
        long bytes = price(l.request());
        synchronized (this) {
          if (!isCounted(l.request()) || exceeds(Holder.PROJECT, whom.project(), bytes)) {
            return super.charged(l);
          }
          addLocked(Holder.PROJECT, whom.project(), bytes);
        }
        stall("zone");
        synchronized (this) {
          addLocked(Holder.PROJECT, whom.project(), -bytes);
          if (exceeds(Holder.ZONE, whom.zone(), bytes)) {
            return Errno.ENOMEM;
          }
          setOutstanding(l, true);
          charge(l, whom, bytes);
          return 0;
        }
      }
    };
  }
}
