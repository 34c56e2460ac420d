package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Frees memory that is mapped in silence, and gives it to the next who allocates.
 *
 * <p>Breaks FREE.while-mapped: a mapping never shows memory of another owner.
 */
final class FreesWhatIsMapped extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnoseMappings(Block b) {}
    };
  }
}
