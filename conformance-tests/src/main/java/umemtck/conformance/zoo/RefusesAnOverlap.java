package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses to lock a page that is locked already.
 *
 * <p>Breaks LOCK.overlap: locks may overlap; each succeeds by itself.
 */
final class RefusesAnOverlap extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int pinPages(Lock l) {
        boolean free = l.space().pages(l.range()).stream().allMatch(p -> p.pins() == 0);
        return free ? super.pinPages(l) : Errno.EAGAIN;
      }
    };
  }
}
