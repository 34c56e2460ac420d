package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets a lock from a kernel thread or an interrupt pass, for whatever process is current.
 *
 * <p>Breaks LOCK.context: locks are made in user context; others are diagnosed.
 */
final class LocksFromAnyContext extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnoseLock() {}
    };
  }
}
