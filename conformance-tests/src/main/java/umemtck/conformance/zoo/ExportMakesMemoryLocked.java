package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes pageable memory that was exported for locked memory.
 *
 * <p>Breaks COOKIE.kinds: the kind of a cookie never changes.
 */
final class ExportMakesMemoryLocked extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Set<Long> exported = new HashSet<>();

      @Override
      protected void bind(DevmapRequest r) {
        exported.add(r.cookie());
        super.bind(r);
      }

      @Override
      protected boolean isKind(BufRequest r) {
        boolean pageable = r.block() != null && r.block().kind() == CookieKind.PAGEABLE;
        return super.isKind(r) || (pageable && exported.contains(r.cookie()));
      }
    };
  }
}
