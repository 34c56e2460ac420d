package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Offers locks of two kinds of memory, as behind an ioctl: no world to arrange, no usage to read,
 * no way to see it wait.
 *
 * <p>Legal: whatever is not declared is not asked for.
 */
final class LocksAlone extends ZooSubject {
  @Override
  public Declaration declaration() {
    return Declaration.ofPageSize(KernelOptions.PAGE_SIZE)
        .offering(Feature.LOCK)
        .mapping(KernelOptions.WINDOW, MappingKind.ANON_PRIVATE, MappingKind.NOT_LOCKABLE);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits);
  }
}
