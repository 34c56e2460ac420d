package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses to export memory of a process that is locked.
 *
 * <p>Breaks DEVMAP.kinds: every kind of cookie can be exported.
 */
final class ExportsNoLocks extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isInBounds(DevmapRequest r) {
        return r.lock() == null && super.isInBounds(r);
      }
    };
  }
}
