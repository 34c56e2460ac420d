package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Buf;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps the block number of a buf in 32 bits.
 *
 * <p>Breaks IOSETUP.fields: a buf carries what was given.
 */
final class CutsTheBlockNumberTo32Bits extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Buf fields(BufRequest r, long start) {
        Buf b = super.fields(r, start);
        return new Buf(
            b.flags(), b.count(), b.dev(), (int) b.blkno(), b.iodone(), b.addr(), b.proc());
      }
    };
  }
}
