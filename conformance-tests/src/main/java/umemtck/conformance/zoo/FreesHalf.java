package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives back half of the pages of an allocation of two pages or more.
 *
 * <p>Breaks FREE.entire-buffer: free releases the whole buffer.
 */
final class FreesHalf extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void release(Block b) {
        super.release(b);
        add(Resource.PAGES, -(b.pages() / 2));
      }
    };
  }
}
