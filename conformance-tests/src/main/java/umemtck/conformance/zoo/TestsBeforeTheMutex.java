package umemtck.conformance.zoo;

import java.util.function.IntSupplier;
import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Looks whether there is an area before it has the mutex, and not again when it has it.
 *
 * <p>Breaks SHARED.allocate-once: two applications that map first allocate an area each.
 */
final class TestsBeforeTheMutex extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      private final ThreadLocal<Boolean> found = ThreadLocal.withInitial(() -> false);

      @Override
      protected int xxsegmap(IntSupplier devmap_setup) {
        found.set(super.isNotAllocated());
        waits.stall("mutex_enter");
        return super.xxsegmap(devmap_setup);
      }

      @Override
      protected boolean isNotAllocated() {
        return found.get();
      }
    };
  }
}
