package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not ask what is mapped where LONGTERM is wanted.
 *
 * <p>Breaks LOCKMEM.longterm-shared-file: LONGTERM over a regular file mapped shared gives EFAULT.
 */
final class AcceptsLongtermOnASharedFile extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isFitForLongterm(Lock l) {
        return true;
      }
    };
  }
}
