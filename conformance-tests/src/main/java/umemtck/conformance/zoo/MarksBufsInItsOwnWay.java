package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Buf;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Sets more flags of a buf than the contract names.
 *
 * <p>Legal: further flags are open.
 */
final class MarksBufsInItsOwnWay extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Buf fields(BufRequest r, long start) {
        Buf b = super.fields(r, start);
        int flags = b.flags() | 0x8000;
        return new Buf(flags, b.count(), b.dev(), b.blkno(), b.iodone(), b.addr(), b.proc());
      }
    };
  }
}
