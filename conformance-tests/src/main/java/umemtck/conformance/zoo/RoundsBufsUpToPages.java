package umemtck.conformance.zoo;

import java.util.Arrays;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Transfers whole pages, whatever the length of the buf.
 *
 * <p>Breaks IOSETUP.success: a transfer reaches its range and no more.
 */
final class RoundsBufsUpToPages extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public synchronized void read(long buf, byte[] bytes) {
        int page = options().pageSize();
        byte[] more = new byte[Math.max(page, bytes.length)];
        Arrays.fill(more, bytes.length == 0 ? 0 : bytes[0]);
        boolean fits = bytes.length != 0 && fields(buf).addr() % page == 0;
        super.read(buf, fits ? more : bytes);
      }
    };
  }
}
