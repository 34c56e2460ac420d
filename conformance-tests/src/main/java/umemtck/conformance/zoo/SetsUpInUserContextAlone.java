package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Context;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses to make a buf outside user context.
 *
 * <p>Breaks IOSETUP.context: NOSLEEP works in every context.
 */
final class SetsUpInUserContextAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isKind(BufRequest r) {
        return context() == Context.USER && super.isKind(r);
      }
    };
  }
}
