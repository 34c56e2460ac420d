package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.DevmapCallbackCtl;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Has no devmap_dup: what a forked child has mapped it does not know.
 *
 * <p>Breaks SHARED.free-last: while a mapping is left detach is refused.
 */
final class DetachForgetsForkedChildren extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected int xxdevmap(long dhp, DevmapCallbackCtl functions, long off, long len, int model) {
        functions.setDevmapDup(null);
        return super.xxdevmap(dhp, functions, off, len, model);
      }
    };
  }
}
