package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.UserFault;
import umemtck.spec.subject.Waits;

/**
 * Ends a touch of an invalid mapping in SIGSEGV.
 *
 * <p>Legal: which signal it is is not said (DEVMAP.invalid-faults).
 */
final class SignalsSigsegv extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private static final int SIGSEGV = 11;

      @Override
      protected int callAccess(DevmapHandle h) {
        synchronized (this) {
          if (signals(h)) {
            throw new UserFault(SIGSEGV);
          }
        }
        return super.callAccess(h);
      }
    };
  }
}
