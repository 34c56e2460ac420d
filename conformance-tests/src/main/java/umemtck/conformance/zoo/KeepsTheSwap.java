package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives back pages and cookie, and keeps the swap of pageable memory.
 *
 * <p>Breaks FREE.entire-buffer: free releases everything that the allocation had taken.
 */
final class KeepsTheSwap extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void release(Block b) {
        super.release(b);
        if (b.kind() == CookieKind.PAGEABLE) {
          add(Resource.SWAP, -b.pages());
        }
      }
    };
  }
}
