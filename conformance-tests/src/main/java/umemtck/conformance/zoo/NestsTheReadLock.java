package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Enters the address space again to scan it, while it is still reading it.
 *
 * <p>Breaks LOCK.success: once a munmap wants it in between, each waits for the other, for ever.
 */
final class NestsTheReadLock extends ZooSubject {
  NestsTheReadLock() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected synchronized int pinned(Lock l) {
        int errno = super.pinned(l);
        if (errno == 0 && l.request().longterm()) {
          enterToRead(l.space());
        }
        return errno;
      }

      @Override
      protected int scanned(Lock l) {
        int errno = super.scanned(l);
        leave(l.space());
        return errno;
      }
    };
  }
}
