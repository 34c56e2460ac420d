package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not look at the context of a setup that may sleep, and declares CHECKED.
 *
 * <p>Breaks IOSETUP.context: SLEEP is for user and kernel context alone.
 */
final class SleepsInAnInterruptForABuf extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnoseSetup(int sleepflag) {}
    };
  }
}
