package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses a second mapping of a cookie that is mapped.
 *
 * <p>Breaks COOKIE.many-users: any number of mappings may be live.
 */
final class OneMappingACookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isFresh(DevmapRequest r) {
        return super.isFresh(r)
            && handles().stream()
                .noneMatch(
                    h ->
                        h.isDone()
                            && h.shows().block() == r.block()
                            && h.shows().lock() == r.lock());
      }
    };
  }
}
