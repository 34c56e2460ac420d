package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Drives the example without waiting, and exports NULL if there was no memory.
 *
 * <p>Legal: the setup refuses NULL, so the mapping fails cleanly (SHARED.alloc-failure).
 */
final class DriverDoesNotTestTheAllocation extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected int flag() {
        return UmemFlag.DDI_UMEM_NOSLEEP | UmemFlag.DDI_UMEM_PAGEABLE;
      }

      @Override
      protected boolean isShort() {
        return false;
      }
    };
  }
}
