package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.reference.kernel.Party;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Pins the pages first, tests the limit then, and forgets the pages when it denies.
 *
 * <p>Breaks LOCK.enomem-limit: no page is locked.
 */
final class PinsWhatALimitDenies extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private LockRequest asked;

      @Override
      protected Party payer(LockRequest r) {
        asked = r;
        return super.payer(r);
      }

      @Override
      protected boolean admits(Party whom, long bytes) {
        boolean admitted = super.admits(whom, bytes);
        if (!admitted) {
          asked.proc().space().pages(rangeOf(asked.addr(), asked.len())).forEach(this::pin);
        }
        return admitted;
      }
    };
  }
}
