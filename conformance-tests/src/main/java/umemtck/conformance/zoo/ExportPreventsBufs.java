package umemtck.conformance.zoo;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses bufs on memory that was exported.
 *
 * <p>Breaks COOKIE.kinds: what takes a cookie goes on taking it while it lives.
 */
final class ExportPreventsBufs extends ZooSubject {
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
        return super.isKind(r) && !exported.contains(r.cookie());
      }
    };
  }
}
