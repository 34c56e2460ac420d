package umemtck.conformance.zoo;

import umemtck.reference.kernel.AllocCall;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Reads the number of the last cookie in one step, and stores the next one in the next.
 *
 * <p>Breaks COOKIE.valid-interval: two allocations that overlap get one cookie.
 */
final class TwoCallersGetOneCookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private long last = 0x100;
      private long next;

      @Override
      protected boolean take(AllocCall call) {
        long read;
        synchronized (this) {
          read = last;
        }
        stall("take");
        synchronized (this) {
          next = read + 0x40;
          boolean taken = super.take(call);
          next = 0;
          return taken;
        }
      }

      @Override
      protected long newCookie() {
        last = next != 0 ? next : last + 0x40;
        return last;
      }
    };
  }
}
