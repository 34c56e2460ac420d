package umemtck.conformance.zoo;

import umemtck.reference.kernel.AllocCall;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Zeroes all free memory in one step, and takes some in the next.
 *
 * <p>Breaks ALLOC.zero-filled: what others free in between is handed out as it is.
 */
final class ZeroesBeforeItTakes extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean take(AllocCall call) {
        synchronized (this) {
          zeroFreeFrames();
        }
        stall("take");
        return super.take(call);
      }

      @Override
      protected void zero(Block b) {}
    };
  }
}
