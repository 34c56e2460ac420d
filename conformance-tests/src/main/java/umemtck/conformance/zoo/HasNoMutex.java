package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Has no mutex around the test and the allocation.
 *
 * <p>Breaks SHARED.allocate-once: of two first mappings each allocates an area.
 */
final class HasNoMutex extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected void mutex_enter() {}

      @Override
      protected void mutex_exit() {}
    };
  }
}
