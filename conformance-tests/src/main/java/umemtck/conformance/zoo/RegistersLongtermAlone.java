package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not register the function of a lock without LONGTERM.
 *
 * <p>Legal: both are right (LOCKMEM.short-with-callback, K-15).
 */
final class RegistersLongtermAlone extends ZooSubject {
  RegistersLongtermAlone() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int register(Lock l) {
        return l.request().longterm() ? super.register(l) : 0;
      }
    };
  }
}
