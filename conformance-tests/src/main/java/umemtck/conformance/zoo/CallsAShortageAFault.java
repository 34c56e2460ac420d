package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers EFAULT where lockable memory is short.
 *
 * <p>Breaks LOCK.resource-shortage: a shortage gives ENOMEM or EAGAIN.
 */
final class CallsAShortageAFault extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int pinPages(Lock l) {
        return super.pinPages(l) == 0 ? 0 : Errno.EFAULT;
      }
    };
  }
}
