package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Drives the example and keeps an allocation that failed: no mapping succeeds from then on.
 *
 * <p>Legal: that a later one succeeds is a quality (SHARED.alloc-failure).
 */
final class DriverNeverTriesAgain extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      private boolean tried;

      @Override
      protected int flag() {
        return UmemFlag.DDI_UMEM_NOSLEEP | UmemFlag.DDI_UMEM_PAGEABLE;
      }

      @Override
      protected boolean isNotAllocated() {
        return !tried;
      }

      @Override
      protected void allocate(long mem_size) {
        tried = true;
        super.allocate(mem_size);
      }

      @Override
      protected void free() {
        tried = false;
        super.free();
      }
    };
  }
}
