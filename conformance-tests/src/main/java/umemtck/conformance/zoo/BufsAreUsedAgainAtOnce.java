package umemtck.conformance.zoo;

import java.util.ArrayDeque;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the number of a freed buf to the next one.
 *
 * <p>Legal: a buf is any number that no live one has.
 */
final class BufsAreUsedAgainAtOnce extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final ArrayDeque<Long> freed = new ArrayDeque<>();

      @Override
      protected long newBuf() {
        return freed.isEmpty() ? super.newBuf() : freed.pop();
      }

      @Override
      protected void release(long buf) {
        super.release(buf);
        freed.push(buf);
      }
    };
  }
}
