package umemtck.conformance.zoo;

import umemtck.reference.kernel.DeviceMmap;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets an application write what it opened to be read alone.
 *
 * <p>Breaks DEVMAP.maxprot-subset: the open mode limits a shared mapping, too.
 */
final class IgnoresTheOpenMode extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int mostOf(DeviceMmap m) {
        return Prot.ALL;
      }
    };
  }
}
