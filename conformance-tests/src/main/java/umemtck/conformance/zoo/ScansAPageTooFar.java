package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks at the page behind the range too when it looks for files mapped shared.
 *
 * <p>Breaks LOCKMEM.longterm-range-only: only what intersects the range matters.
 */
final class ScansAPageTooFar extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isFitForLongterm(Lock l) {
        UserPage behind = l.space().page(l.range().end());
        boolean file = behind != null && behind.kind() == MappingKind.FILE_SHARED;
        return super.isFitForLongterm(l) && !(l.request().longterm() && file);
      }
    };
  }
}
