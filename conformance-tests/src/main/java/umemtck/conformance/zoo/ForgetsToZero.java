package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives memory out as it finds it.
 *
 * <p>Breaks ALLOC.zero-filled: the bytes of a new allocation are whatever its last owner left
 * there.
 */
final class ForgetsToZero extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void zero(Block b) {}
    };
  }
}
