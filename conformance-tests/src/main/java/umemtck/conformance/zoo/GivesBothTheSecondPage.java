package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives 64-bit applications the second page, too.
 *
 * <p>Breaks SHARED.lp64-first-page: they get the first.
 */
final class GivesBothTheSecondPage extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected long koff(int model) {
        return ptob(1);
      }
    };
  }
}
