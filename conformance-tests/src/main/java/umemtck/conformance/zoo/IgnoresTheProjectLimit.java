package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks the zone alone.
 *
 * <p>Breaks ACCT.project-limit: what would exceed the limit of the project is refused.
 */
final class IgnoresTheProjectLimit extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean exceeds(Holder of, long id, long bytes) {
        return of == Holder.ZONE && super.exceeds(of, id, bytes);
      }
    };
  }
}
