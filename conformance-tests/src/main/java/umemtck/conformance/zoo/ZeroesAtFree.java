package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Zeroes memory at boot, and when it is freed or paged out, and not when it is allocated.
 *
 * <p>Legal: it reads as zero at return, and that is what is asked for (ALLOC.zero-filled).
 */
final class ZeroesAtFree extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      {
        zeroFreeFrames();
      }

      @Override
      protected void zero(Block b) {}

      @Override
      protected void release(Block b) {
        super.release(b);
        zeroFreeFrames();
      }

      @Override
      protected synchronized long pageOut() {
        long out = super.pageOut();
        zeroFreeFrames();
        return out;
      }
    };
  }
}
