package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Puts a callback on the list of a process whose exit has read it already, and succeeds.
 *
 * <p>Breaks LOCKMEM.registration-failure: on a process that is leaving registration fails.
 */
final class RegistersWithWhoIsLeaving extends ZooSubject {
  RegistersWithWhoIsLeaving() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int register(Lock l) {
        int errno = super.register(l);
        return l.space().owner().isExiting() ? 0 : errno;
      }
    };
  }
}
