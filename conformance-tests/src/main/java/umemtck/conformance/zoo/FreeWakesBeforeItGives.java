package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Tells the sleepers first, gives back in the next step, and tells nobody of that.
 *
 * <p>Breaks ALLOC.sleep-succeeds: who looks in between sleeps on, though there is enough.
 */
final class FreeWakesBeforeItGives extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public void ddi_umem_free(long cookie) {
        super.wake();
        stall("give");
        super.ddi_umem_free(cookie);
      }

      @Override
      protected void wake() {}
    };
  }
}
