package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Frees the area when it is asked to detach, mapped or not.
 *
 * <p>Breaks SHARED.free-last: while a mapping is left detach is refused.
 */
final class DetachesWhileMapped extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected boolean isBusy() {
        return false;
      }
    };
  }
}
