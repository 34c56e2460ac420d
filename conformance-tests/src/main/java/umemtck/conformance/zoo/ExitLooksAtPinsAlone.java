package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Proc;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * An exit waits until nothing is pinned, and asks nobody who is still charged.
 *
 * <p>Breaks ACCT.exit: it is over while a call, or an unlock, has not given its charge back.
 */
final class ExitLooksAtPinsAlone extends ZooSubject {
  ExitLooksAtPinsAlone() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isOwed(Proc p) {
        return false;
      }
    };
  }
}
