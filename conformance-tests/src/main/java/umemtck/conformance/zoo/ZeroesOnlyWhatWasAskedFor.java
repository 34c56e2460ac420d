package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Zeroes the bytes that were asked for, and not the tail up to the end of the last page.
 *
 * <p>Breaks ALLOC.zero-filled: the rounded extent reads as zero, all of it.
 */
final class ZeroesOnlyWhatWasAskedFor extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void zero(Block b) {
        int pageSize = options().pageSize();
        for (int i = 0; i < b.pages(); i++) {
          int asked = (int) Math.min(pageSize, b.size() - (long) i * pageSize);
          paint(b.firstPage() + i, 0, asked, (byte) 0);
        }
      }
    };
  }
}
