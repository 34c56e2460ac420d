package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Drives the example with locked kernel memory.
 *
 * <p>Legal: what kind of memory is shared is not said.
 */
final class DriverSharesLockedMemory extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected int flag() {
        return UmemFlag.DDI_UMEM_SLEEP;
      }
    };
  }
}
