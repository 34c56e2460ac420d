package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Unlocks at once in an interrupt too.
 *
 * <p>Legal: an unlock from an interrupt may, and need not, be deferred (UNLOCK.deferred).
 */
final class NeverDefers extends ZooSubject {
  NeverDefers() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean defers(Lock l) {
        return false;
      }
    };
  }
}
