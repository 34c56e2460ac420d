package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Answers an mmap with what the driver's devmap entry returned.
 *
 * <p>Breaks DEVMAP.mmap-errno: whatever it was, the mmap answers ENXIO.
 */
final class HandsOnTheErrnoOfTheEntry extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int errnoOfEntry(int result) {
        return result > 0 ? result : Errno.EINVAL;
      }
    };
  }
}
