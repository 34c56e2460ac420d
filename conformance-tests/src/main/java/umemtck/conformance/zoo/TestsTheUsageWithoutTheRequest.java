package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Tests whether the usage is above the limit before the request.
 *
 * <p>Breaks ACCT.includes-request: the usage and the request together are held against the limit.
 */
final class TestsTheUsageWithoutTheRequest extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean exceeds(Holder of, long id, long bytes) {
        return Long.compareUnsigned(getLocked(of, id), getLimit(of, id)) > 0;
      }
    };
  }
}
