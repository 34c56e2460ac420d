package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Puts a header of 64 bytes in front of every buffer that is smaller than a page.
 *
 * <p>Breaks ALLOC.page-aligned: the address of such a buffer is no multiple of the page size.
 */
final class AlignsSmallSizesTo64 extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long grant(long size, long pages, CookieKind kind, CookieRef cookiep) {
        long address = super.grant(size, pages, kind, cookiep);
        boolean small = Long.compareUnsigned(size, options().pageSize()) < 0;
        return address != 0 && small ? address + 64 : address;
      }
    };
  }
}
