package umemtck.conformance.zoo;

import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gets memory for a buf with NOSLEEP, whatever the caller said.
 *
 * <p>Breaks IOSETUP.nosleep-null: SLEEP does not fail for lack of memory.
 */
final class NeverSleepsForABuf extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isShortOfBufs(BufRequest r) {
        return nextFault(FaultyStep.BUF) != 0;
      }
    };
  }
}
