package umemtck.proofs;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;

/** The kernel, for the steps in which it rounds. Nothing in it ever waits. */
final class KernelRounding extends Kernel implements AutoCloseable {
  KernelRounding(int pageSize) {
    super(new KernelOptions(pageSize, 1, pageSize, Profile.DOCUMENTED), null);
  }

  @Override
  protected boolean roundsToNothing(long size) {
    return super.roundsToNothing(size);
  }

  @Override
  protected long pagesFor(long size) {
    return super.pagesFor(size);
  }
}
