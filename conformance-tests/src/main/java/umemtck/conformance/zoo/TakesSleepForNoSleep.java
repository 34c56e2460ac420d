package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not look at the bit: every call is one with NOSLEEP.
 *
 * <p>Breaks ALLOC.sleep-succeeds: with SLEEP the call waits, and returns memory in the end.
 */
final class TakesSleepForNoSleep extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean givesUp(long pages, CookieKind kind) {
        return true;
      }
    };
  }
}
