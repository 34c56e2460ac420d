package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Drives the example without waiting for memory: a mapping fails, and a later one succeeds.
 *
 * <p>Legal: a mapping for which there is no memory fails or waits (SHARED.alloc-failure).
 */
final class DriverDoesNotWait extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected int flag() {
        return UmemFlag.DDI_UMEM_NOSLEEP | UmemFlag.DDI_UMEM_PAGEABLE;
      }
    };
  }
}
