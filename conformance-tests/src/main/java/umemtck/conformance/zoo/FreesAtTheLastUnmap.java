package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Frees the area when the last mapping goes.
 *
 * <p>Breaks SHARED.persists: its contents stay until the driver detaches.
 */
final class FreesAtTheLastUnmap extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected void lastUnmapped() {
        free();
      }
    };
  }
}
