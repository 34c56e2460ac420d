package umemtck.conformance.zoo;

import java.util.HashMap;
import java.util.Map;
import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses a second buf on a cookie that has one.
 *
 * <p>Breaks IOSETUP.multiple: any number of bufs may be live.
 */
final class OneBufACookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<Long, Long> cookieOf = new HashMap<>();

      @Override
      protected long give(BufRequest r) {
        if (cookieOf.containsValue(r.cookie())) {
          return 0;
        }
        long buf = super.give(r);
        cookieOf.put(buf, r.cookie());
        return buf;
      }

      @Override
      protected void release(long buf) {
        cookieOf.remove(buf);
        super.release(buf);
      }
    };
  }
}
