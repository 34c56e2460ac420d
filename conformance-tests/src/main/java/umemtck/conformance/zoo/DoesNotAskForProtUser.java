package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Compares READ, WRITE and EXEC with maxprot, and not USER.
 *
 * <p>Breaks DEVMAP.maxprot-subset: an application's mapping needs PROT_USER.
 */
final class DoesNotAskForProtUser extends ZooSubject {
  DoesNotAskForProtUser() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int protOf(int asked) {
        return asked;
      }
    };
  }
}
