package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks at the length of a mapping, and not at its offset into the device.
 *
 * <p>Breaks SHARED.bounds: behind the page there is nothing.
 */
final class IgnoresTheOffsetIntoTheDevice extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected boolean isBeyond(long off, long len) {
        return len > ptob(1);
      }
    };
  }
}
