package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Has few pages, of 64 kilobytes each.
 *
 * <p>Legal: the page size is what the subject declares.
 */
final class HasLargePages extends ZooSubject {
  HasLargePages() {
    super(new KernelOptions(1 << 16, 16, 1 << 16, Profile.DOCUMENTED));
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits);
  }
}
