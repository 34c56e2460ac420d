package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Calls the cleanup functions of locks that were unlocked long ago.
 *
 * <p>Breaks LOCKMEM.unlock-cancels: an unlock before the event cancels the callback.
 */
final class UnlockDoesNotCancel extends ZooSubject {
  UnlockDoesNotCancel() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void cancelCallback(Lock l) {}
    };
  }
}
