package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.DevmapCallbackCtl;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Calls none of the functions that a setup is given, and declares so.
 *
 * <p>Legal: whatever is not declared is not asked for; nor is a driver that needs them.
 */
final class CallsNoFunctionsOfDrivers extends ZooSubject {
  @Override
  public Declaration declaration() {
    return super.declaration()
        .without(Feature.DEVMAP_CALLBACKS, "drivers are not called")
        .without(Feature.SHARED_DRIVER, "the driver of Example 10-4 needs to be called");
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected DevmapCallbackCtl copyOf(DevmapCallbackCtl ops) {
        return super.copyOf(null);
      }
    };
  }
}
