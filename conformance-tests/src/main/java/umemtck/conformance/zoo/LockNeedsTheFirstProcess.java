package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Ids;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Panics when a process locks that was not there at boot.
 *
 * <p>Breaks LOCK.context: a lock from user context never ends in a panic.
 */
final class LockNeedsTheFirstProcess extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnoseLock() {
        if (current() != Ids.PROCESS) {
          throw panic("ddi_umem_lock: no process");
        }
      }
    };
  }
}
