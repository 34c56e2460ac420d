package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LockRequest;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses a NULL vector without LONGTERM too.
 *
 * <p>Breaks LOCKMEM.callback-optional: without LONGTERM the vector may be NULL.
 */
final class AlwaysWantsAVector extends ZooSubject {
  AlwaysWantsAVector() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean hasNeededFunction(LockRequest r) {
        return !r.lockmemory() || r.calls();
      }
    };
  }
}
