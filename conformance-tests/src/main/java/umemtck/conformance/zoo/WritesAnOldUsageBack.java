package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Reads the usage of the project, and writes it back, less the credit, in the next step.
 *
 * <p>Breaks ACCT.atomic: what others charge or credit in between is lost.
 */
final class WritesAnOldUsageBack extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void credited(Lock l) {
        if (l.chargedTo() == null) {
          super.credited(l);
          return;
        }
        long project = l.chargedTo().project();
        long then = getLocked(Holder.PROJECT, project);
        stall("write");
        synchronized (this) {
          addLocked(Holder.PROJECT, project, then - getLocked(Holder.PROJECT, project));
          super.credited(l);
        }
      }
    };
  }
}
