package umemtck.conformance.zoo;

import java.util.List;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Remaps all mappings of the old memory, not the one that was named.
 *
 * <p>Breaks REMAP.switch: other mappings are unaffected.
 */
final class RemapMovesAllOfACookie extends ZooSubject {
  RemapMovesAllOfACookie() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void switchOver(DevmapRequest r) {
        Block old = r.handle().shows().block();
        super.switchOver(r);
        for (DevmapHandle h : List.copyOf(handles())) {
          if (old != null && h != r.handle() && h.isEstablished() && h.shows().block() == old) {
            super.switchOver(
                new DevmapRequest(
                    h,
                    r.ops(),
                    r.cookie(),
                    r.off(),
                    r.len(),
                    r.maxprot(),
                    r.flags(),
                    r.block(),
                    r.lock()));
          }
        }
      }
    };
  }
}
