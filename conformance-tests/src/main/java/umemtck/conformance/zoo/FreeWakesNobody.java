package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Tells its sleepers when memory is added, but not when memory is freed.
 *
 * <p>Breaks ALLOC.sleep-succeeds: a sleeper goes on once a free has made enough available.
 */
final class FreeWakesNobody extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void wake() {}
    };
  }
}
