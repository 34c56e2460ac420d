package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Buf;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Never makes a page list: its bufs have none.
 *
 * <p>Legal: a page list is there only if the lock made one (IOSETUP.page-list).
 */
final class LocksTheMappingOfABuf extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Buf fields(BufRequest r, long start) {
        Buf b = super.fields(r, start);
        int flags = b.flags() & ~BufFlag.B_SHADOW;
        return new Buf(flags, b.count(), b.dev(), b.blkno(), b.iodone(), b.addr(), b.proc());
      }
    };
  }
}
