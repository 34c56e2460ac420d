package umemtck.conformance.zoo;

import java.util.HashMap;
import java.util.Map;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.PageBytes;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Shows devices a copy of the locked pages, which the process never sees again.
 *
 * <p>Breaks LOCK.stable-content: while locked, driver and process have the same pages.
 */
final class ShowsDevicesACopy extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<Lock, Map<Long, PageBytes>> copies = new HashMap<>();

      @Override
      protected PageBytes shown(Lock lock, long page) {
        return copies
            .computeIfAbsent(lock, l -> new HashMap<>())
            .computeIfAbsent(page, p -> copy(super.shown(lock, page)));
      }

      private PageBytes copy(PageBytes of) {
        byte[] bytes = new byte[options().pageSize()];
        of.read(0, bytes, 0, bytes.length);
        return PageBytes.of(bytes);
      }
    };
  }
}
