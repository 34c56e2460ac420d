package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Cannot make a step of a lock fail, nor hold its worker.
 *
 * <p>Legal: whatever is not declared is not asked for.
 */
final class OffersNoLockFaults extends ZooSubject {
  OffersNoLockFaults() {
    super(Profile.ILLUMOS);
  }

  @Override
  public Declaration declaration() {
    return super.declaration()
        .without(Feature.FAULTS, "nothing can be made to fail")
        .without(Feature.WORKER, "the worker cannot be held");
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits);
  }
}
