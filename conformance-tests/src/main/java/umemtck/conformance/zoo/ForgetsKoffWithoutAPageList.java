package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Forgets koff where what is locked has no page list, as a device has none.
 *
 * <p>Breaks DEVMAP.locked-offset: it counts whatever backs the locked range.
 */
final class ForgetsKoffWithoutAPageList extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected long first(DevmapRequest r) {
        boolean device =
            r.lock() != null
                && r.lock().pinned().stream().anyMatch(p -> p.kind() == MappingKind.DEVICE);
        return device ? 0 : super.first(r);
      }
    };
  }
}
