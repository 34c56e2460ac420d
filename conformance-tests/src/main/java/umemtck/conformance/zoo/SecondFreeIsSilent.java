package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes a cookie that was freed before for nothing, and returns.
 *
 * <p>Breaks FREE.exactly-once: the subject declares CHECKED, so that a second free ends in a panic.
 */
final class SecondFreeIsSilent extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<Long> given = new HashSet<>();

      @Override
      protected long newCookie() {
        long cookie = super.newCookie();
        given.add(cookie);
        return cookie;
      }

      @Override
      protected void stranger(long cookie) {
        if (!given.contains(cookie)) {
          super.stranger(cookie);
        }
      }
    };
  }
}
