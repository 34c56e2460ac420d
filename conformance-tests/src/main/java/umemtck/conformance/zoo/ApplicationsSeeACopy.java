package umemtck.conformance.zoo;

import java.util.HashMap;
import java.util.Map;
import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.PageBytes;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Shows all applications one copy of the memory, which the driver never sees.
 *
 * <p>Breaks ALLOC.kernel-and-user-usable: both views are of the same pages.
 */
final class ApplicationsSeeACopy extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<Long, PageBytes> copies = new HashMap<>();

      @Override
      protected PageBytes bytesOf(Behind behind) {
        PageBytes real = super.bytesOf(behind);
        return behind instanceof Behind.OfKernel k
            ? copies.computeIfAbsent(k.page(), page -> copy(real))
            : real;
      }

      private PageBytes copy(PageBytes of) {
        byte[] bytes = new byte[options().pageSize()];
        of.read(0, bytes, 0, bytes.length);
        return PageBytes.of(bytes);
      }

      @Override
      protected void release(Block b) {
        for (long page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
          copies.remove(page);
        }
        super.release(b);
      }
    };
  }
}
