package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Offers exports, and no locks.
 *
 * <p>Legal: whatever is not declared is not asked for.
 */
final class ExportsWithoutLocks extends ZooSubject {
  @Override
  public Declaration declaration() {
    return super.declaration()
        .without(Feature.LOCK, "there are no locks")
        .without(Feature.LOCKMEMORY, "there are no locks")
        .without(Feature.PROTECTION, "there are no locks")
        .without(Feature.MLOCK, "there are no locks")
        .without(Feature.FAULTS, "there are no locks")
        .without(Feature.USER_MEMORY, "there are no locks");
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {};
  }
}
