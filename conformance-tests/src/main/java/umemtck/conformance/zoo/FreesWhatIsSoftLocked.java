package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Frees pageable memory under a soft-lock in silence, and declares CHECKED.
 *
 * <p>Breaks FREE.pageable-softlocked: a subject that declares CHECKED diagnoses it.
 */
final class FreesWhatIsSoftLocked extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnoseSoftlocks(Block b) {}

      @Override
      protected void diagnoseMappings(Block b) {
        boolean locked = false;
        for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
          locked |= softlocks(page) > 0;
        }
        if (!locked) {
          super.diagnoseMappings(b);
        }
      }
    };
  }
}
