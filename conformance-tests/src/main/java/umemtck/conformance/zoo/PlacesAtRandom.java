package umemtck.conformance.zoo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Places every allocation somewhere in some hole.
 *
 * <p>Legal: nothing says where memory lies; success is demanded only where a hole is certain.
 */
final class PlacesAtRandom extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Random random = new Random(placed.base());

      @Override
      protected int takeAddress(int pages) {
        List<Map.Entry<Integer, Integer>> wide =
            holes().entrySet().stream().filter(hole -> hole.getValue() >= pages).toList();
        Map.Entry<Integer, Integer> hole = wide.get(random.nextInt(wide.size()));
        int at = hole.getKey() + random.nextInt(hole.getValue() - pages + 1);
        takeAddress(at, pages);
        return at;
      }
    };
  }
}
