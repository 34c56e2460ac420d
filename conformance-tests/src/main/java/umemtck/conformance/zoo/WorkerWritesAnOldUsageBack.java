package umemtck.conformance.zoo;

import java.util.HashMap;
import java.util.Map;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Reads the usage when an unlock is queued, and writes it back, less the charge, when the worker
 * does it.
 *
 * <p>Breaks ACCT.exact-size: a credit is exactly what was charged, whatever else is charged
 * meanwhile.
 */
final class WorkerWritesAnOldUsageBack extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<Lock, Long> read = new HashMap<>();

      @Override
      protected void enqueue(Lock l) {
        super.enqueue(l);
        read.put(l, getLocked(Holder.PROJECT, l.chargedTo().project()));
      }

      @Override
      protected void credit(Lock l) {
        Long then = read.remove(l);
        if (then != null) {
          long project = l.chargedTo().project();
          addLocked(Holder.PROJECT, project, then - getLocked(Holder.PROJECT, project));
        }
        super.credit(l);
      }
    };
  }
}
