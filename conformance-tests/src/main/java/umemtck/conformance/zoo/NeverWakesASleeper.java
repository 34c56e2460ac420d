package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets a caller who once waits wait for ever.
 *
 * <p>Breaks ALLOC.sleep-succeeds: for a satisfiable size SLEEP returns memory once enough is free.
 */
final class NeverWakesASleeper extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void sleep(long pages, CookieKind kind) {
        waits.await(() -> false);
      }
    };
  }
}
