package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Buf;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives bufs on locked memory no process.
 *
 * <p>Breaks IOSETUP.address: a buf on locked memory has the process that was locked.
 */
final class GivesBufsTheKernelsProcess extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected Buf fields(BufRequest r, long start) {
        Buf b = super.fields(r, start);
        return new Buf(b.flags(), b.count(), b.dev(), b.blkno(), b.iodone(), b.addr(), 0);
      }
    };
  }
}
