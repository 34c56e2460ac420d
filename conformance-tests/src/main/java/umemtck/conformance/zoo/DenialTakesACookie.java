package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Party;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes a cookie before it tests the limit, and does not give it back.
 *
 * <p>Breaks ACCT.no-trace-on-deny: a denied lock changes nothing.
 */
final class DenialTakesACookie extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected boolean admits(Party whom, long bytes) {
        boolean admitted = super.admits(whom, bytes);
        if (!admitted) {
          add(Resource.COOKIES, -1);
        }
        return admitted;
      }
    };
  }
}
