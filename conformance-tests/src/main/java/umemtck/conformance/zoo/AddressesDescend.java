package umemtck.conformance.zoo;

import java.util.Map;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives the highest free addresses first.
 *
 * <p>Legal: nothing says where memory lies (ALLOC.disjoint).
 */
final class AddressesDescend extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int takeAddress(int pages) {
        for (Map.Entry<Integer, Integer> hole : holes().descendingMap().entrySet()) {
          if (hole.getValue() >= pages) {
            int at = hole.getKey() + hole.getValue() - pages;
            takeAddress(at, pages);
            return at;
          }
        }
        throw new IllegalStateException("asked for " + pages + " pages though no hole has them");
      }
    };
  }
}
