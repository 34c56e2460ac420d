package umemtck.conformance.zoo;

import java.util.HashMap;
import java.util.Map;
import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.DevicePage;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps the offset of a mapping with its cookie: all show from where the latest begins.
 *
 * <p>Breaks COOKIE.many-users: each mapping shows its own range.
 */
final class MappingsShareTheLatestOffset extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<Block, Long> latest = new HashMap<>();

      @Override
      protected void bind(DevmapRequest r) {
        super.bind(r);
        latest.put(r.handle().shows().block(), r.handle().shows().first());
      }

      @Override
      protected boolean isLoaded(DevicePage page) {
        return false;
      }

      @Override
      protected Behind resolve(DevicePage page) {
        Behind mine = super.resolve(page);
        Block b = page.handle().shows().block();
        if (!(mine instanceof Behind.OfKernel)) {
          return mine;
        }
        long shown =
            Math.min(
                latest.getOrDefault(b, page.handle().shows().first()) + page.index(),
                b.pages() - 1);
        return new Behind.OfKernel(b.firstPage() + shown);
      }
    };
  }
}
