package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Leaves the zeroing to a thread of its own, and does not wait for it.
 *
 * <p>Breaks ALLOC.zero-filled: the caller has the memory before, or stores to it and loses that.
 */
final class ZeroesBehindTheReturn extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void zeroTaken(Block b) {
        waits.thread(() -> zeroStillThere(b));
      }

      private synchronized void zeroStillThere(Block b) {
        if (find(b.cookie()) == b) {
          zero(b);
        }
      }
    };
  }
}
