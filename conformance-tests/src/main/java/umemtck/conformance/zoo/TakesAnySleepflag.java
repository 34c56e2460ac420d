package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks at the lowest bit of a sleepflag alone.
 *
 * <p>Breaks IOSETUP.sleepflag-valid: a sleepflag is exactly one of two.
 */
final class TakesAnySleepflag extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isSleepflag(BufRequest r) {
        return true;
      }
    };
  }
}
