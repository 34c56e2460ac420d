package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives 32-bit applications the first page, too.
 *
 * <p>Breaks SHARED.ilp32-second-page: they get the second.
 */
final class GivesBothTheFirstPage extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected long koff(int model) {
        return 0;
      }
    };
  }
}
