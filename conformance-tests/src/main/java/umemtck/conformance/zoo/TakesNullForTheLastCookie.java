package umemtck.conformance.zoo;

import java.util.Comparator;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Frees the newest allocation when NULL is freed.
 *
 * <p>Breaks FREE.null-noop: freeing NULL has no effect.
 */
final class TakesNullForTheLastCookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void freeNull() {
        live().stream().max(Comparator.comparing(Block::cookie)).ifPresent(this::release);
      }
    };
  }
}
