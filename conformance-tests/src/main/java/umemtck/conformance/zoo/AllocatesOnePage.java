package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Allocates one page, and needs two: the switch of the text without its breaks (K-26).
 *
 * <p>Breaks SHARED.size-covers-models: 32-bit applications cannot map.
 */
final class AllocatesOnePage extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected long memSize(int model) {
        return ptob(1);
      }
    };
  }
}
