package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Context;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Panics when memory is freed from a kernel thread: it looks for the process that frees.
 *
 * <p>Breaks FREE.context: free is callable from kernel context.
 */
final class FreeNeedsAUserProcess extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void release(Block b) {
        if (context() == Context.KERNEL) {
          throw panic("ddi_umem_free: no current process");
        }
        super.release(b);
      }
    };
  }
}
