package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Allocates the shared area when it attaches.
 *
 * <p>Breaks SHARED.first-map-allocates: no pages are taken before the first application maps.
 */
final class AllocatesAtAttach extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      {
        allocate(ptob(2));
      }
    };
  }
}
