package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the first application one page of the area, and the next the other.
 *
 * <p>Breaks SHARED.same-page: all applications of one data model share one page.
 */
final class GivesEachApplicationAPage extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      private long given;

      @Override
      protected long koff(int model) {
        return ptob(given++ % 2);
      }
    };
  }
}
