package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Unpins, and does not give the charge back.
 *
 * <p>Breaks UNLOCK.releases: an unlock gives back what the lock had charged.
 */
final class NeverCredits extends ZooSubject {
  NeverCredits() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void credit(Lock l) {}
    };
  }
}
