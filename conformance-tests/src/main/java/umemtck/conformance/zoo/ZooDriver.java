package umemtck.conformance.zoo;

import java.util.Optional;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/** The reference kernel with a driver of Example 10-4 of its own, one step of which is odd. */
abstract class ZooDriver extends ZooSubject {
  @Override
  protected final UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final SharedDriver own = driver(this, placed.pageSize(), waits);

      @Override
      public Optional<SharedDriver> sharedDriver() {
        return Optional.of(own);
      }
    };
  }

  /** Attaches the driver to a machine. */
  abstract SharedDriver driver(UmemSystem system, long pageSize, Waits waits);
}
