package umemtck.conformance.zoo;

import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Forgets to drop what is loaded when it remaps.
 *
 * <p>Breaks REMAP.switch: every later access reaches the new memory.
 */
final class RemapKeepsOldTranslations extends ZooSubject {
  RemapKeepsOldTranslations() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void dropTranslations(DevmapHandle h) {}
    };
  }
}
