package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Asks for the data model at the first mapping, and takes it for that of all others.
 *
 * <p>Breaks SHARED.model-isolation: pages of different data models do not alias.
 */
final class AsksForTheModelOnce extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      private int first;

      @Override
      protected long koff(int model) {
        first = first == 0 ? model : first;
        return super.koff(first);
      }
    };
  }
}
