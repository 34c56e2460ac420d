package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks the first mapping of a range alone whether it is a file mapped shared.
 *
 * <p>Breaks LOCKMEM.longterm-shared-file: LONGTERM over a regular file mapped shared gives EFAULT.
 */
final class AsksTheFirstMappingAlone extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isFitForLongterm(Lock l) {
        return super.isFitForLongterm(l)
            || l.space().page(l.range().first()).kind() != MappingKind.FILE_SHARED;
      }
    };
  }
}
