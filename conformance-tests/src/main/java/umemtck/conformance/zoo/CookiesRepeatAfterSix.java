package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Makes cookies from a counter that comes round after six, and does not ask whether one is live.
 *
 * <p>Breaks COOKIE.valid-interval: a cookie stands for one allocation until that is freed.
 */
final class CookiesRepeatAfterSix extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private int last;

      @Override
      protected long newCookie() {
        last = last % 6 + 1;
        return 0x100 + 0x40L * last;
      }
    };
  }
}
