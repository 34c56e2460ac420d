package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Marks a handle as set up before it asks for the bounds.
 *
 * <p>Breaks DEVMAP.failure-no-effect: after -1 the handle is as it was.
 */
final class RefusalSpoilsTheHandle extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<Long> marked = new HashSet<>();

      @Override
      protected boolean isInBounds(DevmapRequest r) {
        boolean right = super.isInBounds(r);
        if (!right) {
          marked.add(r.handle().dhp());
        }
        return right;
      }

      @Override
      protected boolean isFresh(DevmapRequest r) {
        return super.isFresh(r) && !marked.contains(r.handle().dhp());
      }
    };
  }
}
