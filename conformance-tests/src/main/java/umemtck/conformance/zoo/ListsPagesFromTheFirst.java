package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Begins the page list of a buf with the first page of the lock, whatever the offset.
 *
 * <p>Breaks IOSETUP.page-list: the page list begins with the page that holds the offset.
 */
final class ListsPagesFromTheFirst extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long pageOf(BufRequest r, long start) {
        return super.pageOf(r, r.lock() == null ? start : start - r.off());
      }
    };
  }
}
