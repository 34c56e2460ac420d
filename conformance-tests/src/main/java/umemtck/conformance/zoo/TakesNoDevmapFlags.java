package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses every flag of a setup, and declares no REMAP.
 *
 * <p>Legal: what is documented knows of no flag but 0 (DEVMAP.flags-other, K-12).
 */
final class TakesNoDevmapFlags extends ZooSubject {
  @Override
  public Declaration declaration() {
    return super.declaration().without(Feature.REMAP, "no flags are taken");
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean knowsCacheAttribute(DevmapRequest r) {
        return r.flags() == 0;
      }
    };
  }
}
