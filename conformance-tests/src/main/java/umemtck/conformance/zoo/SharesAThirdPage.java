package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Allocates a page more than the two data models need.
 *
 * <p>Breaks SHARED.first-map-allocates: two pages are taken.
 */
final class SharesAThirdPage extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected long memSize(int model) {
        return ptob(3);
      }
    };
  }
}
