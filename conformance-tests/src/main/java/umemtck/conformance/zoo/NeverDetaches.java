package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Refuses to detach once its device was mapped.
 *
 * <p>Breaks SHARED.free-last: with no mapping left detach succeeds.
 */
final class NeverDetaches extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected boolean isBusy() {
        return super.isBusy() || !isNotAllocated();
      }
    };
  }
}
