package umemtck.conformance.zoo;

import java.util.HashMap;
import java.util.Map;
import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts the pages of a buf on locked memory once more while it lives.
 *
 * <p>Breaks IOSETUP.no-charge: bufs change nothing that is counted.
 */
final class ChargesBufs extends ZooSubject {
  ChargesBufs() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<Long, Long> charged = new HashMap<>();

      @Override
      protected long give(BufRequest r) {
        long buf = super.give(r);
        if (r.lock() != null && isCounted(r.lock().request())) {
          charged.put(buf, r.len());
          count(payer(r.lock().request()), r.len(), 1);
        }
        return buf;
      }
    };
  }
}
