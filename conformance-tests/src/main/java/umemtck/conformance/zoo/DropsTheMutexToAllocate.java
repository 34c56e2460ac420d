package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Drops the mutex while it allocates, and does not look again.
 *
 * <p>Breaks SHARED.allocate-once: whoever waits for the mutex finds no area yet.
 */
final class DropsTheMutexToAllocate extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected void allocate(long mem_size) {
        mutex_exit();
        super.allocate(mem_size);
        mutex_enter();
      }
    };
  }
}
