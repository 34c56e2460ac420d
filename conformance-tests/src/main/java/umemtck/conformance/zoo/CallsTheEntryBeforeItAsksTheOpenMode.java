package umemtck.conformance.zoo;

import umemtck.reference.kernel.DeviceMmap;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Leaves it to the setup to find that a device was opened to be read alone: its mmap answers ENXIO.
 *
 * <p>Legal: which errno it is is not said (DEVMAP.maxprot-subset).
 */
final class CallsTheEntryBeforeItAsksTheOpenMode extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean isOpenedFor(DeviceMmap m) {
        return true;
      }
    };
  }
}
