package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps the pages pinned when a callback cannot be registered.
 *
 * <p>Breaks LOCKMEM.registration-failure: whatever was done is undone.
 */
final class KeepsThePagesOfAFailedRegistration extends ZooSubject {
  KeepsThePagesOfAFailedRegistration() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private boolean failed;

      @Override
      protected int register(Lock l) {
        int errno = super.register(l);
        failed = errno != 0;
        return errno;
      }

      @Override
      protected void undoPins(Lock l) {
        if (!failed) {
          super.undoPins(l);
        }
        failed = false;
      }
    };
  }
}
