package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Locks in one mapping alone: refuses a range that reaches from one kind into another.
 *
 * <p>Breaks LOCK.multi-segment: a range may span several mappings.
 */
final class RefusesWhatSpansTwoMappings extends ZooSubject {
  RefusesWhatSpansTwoMappings() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isLockable(Lock l) {
        return super.isLockable(l)
            && l.space().pages(l.range()).stream().map(UserPage::kind).distinct().count() < 2;
      }
    };
  }
}
