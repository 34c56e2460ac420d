package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Counts locked memory for projects and zones, and not for processes.
 *
 * <p>Legal: in documented what a process has is a quality (ACCT.conservation).
 */
final class CountsForProjectsAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void addLocked(Holder of, long id, long bytes) {
        if (of != Holder.PROCESS) {
          super.addLocked(of, id, bytes);
        }
      }
    };
  }
}
