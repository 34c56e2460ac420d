package umemtck.conformance.zoo;

import java.util.IdentityHashMap;
import java.util.Map;
import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.PageBytes;
import umemtck.reference.kernel.UserPage;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Puts a junk page of its own behind every page of a mapping of TRASH.
 *
 * <p>Breaks ALLOC.trash: all of them show the same page.
 */
final class EachTrashPageIsItsOwn extends ZooSubject {
  EachTrashPageIsItsOwn() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<UserPage, PageBytes> own = new IdentityHashMap<>();

      @Override
      protected PageBytes bytesOf(UserPage page) {
        boolean junk = page.device() != null && behind(page.device()) instanceof Behind.Junk;
        return junk
            ? own.computeIfAbsent(page, p -> PageBytes.of(new byte[options().pageSize()]))
            : super.bytesOf(page);
      }
    };
  }
}
