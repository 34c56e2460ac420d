package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers EFAULT to LONGTERM, whatever is mapped.
 *
 * <p>Breaks LOCKMEM.longterm-seg-kinds: LONGTERM is for ordinary, shared-memory and device
 * segments.
 */
final class RefusesEveryLongterm extends ZooSubject {
  RefusesEveryLongterm() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isFitForLongterm(Lock l) {
        return !l.request().longterm();
      }
    };
  }
}
