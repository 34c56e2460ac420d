package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Buf;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Hands out bufs that are not marked busy.
 *
 * <p>Breaks IOSETUP.fields: a buf is marked B_BUSY and B_PHYS.
 */
final class MarksNoBufBusy extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Buf fields(BufRequest r, long start) {
        Buf b = super.fields(r, start);
        int flags = b.flags() & ~BufFlag.B_BUSY;
        return new Buf(flags, b.count(), b.dev(), b.blkno(), b.iodone(), b.addr(), b.proc());
      }
    };
  }
}
