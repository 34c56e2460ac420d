package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Zeroes a page the first time that it is given out, and never again.
 *
 * <p>Breaks ALLOC.zero-filled: memory that was in use before keeps the bytes of its last owner.
 */
final class ZeroesFreshPagesOnly extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<Integer> used = new HashSet<>();

      @Override
      protected void zero(Block b) {
        for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
          if (used.add(page)) {
            paint(page, 0, options().pageSize(), (byte) 0);
          }
        }
      }
    };
  }
}
