package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.reference.kernel.UserSpace;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Enters the address space again to scan it, while it is still reading it.
 *
 * <p>Breaks LOCKMEM.as-lock: once a munmap wants it in between, each waits for the other, for ever.
 */
final class NestsTheReadLock extends ZooSubject {
  NestsTheReadLock() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final ThreadLocal<Boolean> stays = ThreadLocal.withInitial(() -> false);

      @Override
      protected int pinned(Lock l) {
        stays.set(l.request().longterm());
        int errno = super.pinned(l);
        stays.set(false);
        if (errno != 0 && l.request().longterm()) {
          leave(l.space());
        }
        return errno;
      }

      @Override
      protected void leave(UserSpace space) {
        if (!stays.get()) {
          super.leave(space);
        }
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
