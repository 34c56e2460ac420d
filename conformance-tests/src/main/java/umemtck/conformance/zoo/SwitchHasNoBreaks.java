package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Falls through its switch, whose breaks the text lost (K-26): the last data model counts.
 *
 * <p>Breaks SHARED.lp64-first-page: 64-bit applications get the first page.
 */
final class SwitchHasNoBreaks extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      @SuppressWarnings("fallthrough") // That is the sin.
      protected long koff(int model) {
        // case DDI_MODEL_LP64 goes on into case DDI_MODEL_ILP32.
        return super.koff(model) < 0 ? -1 : super.koff(DataModel.DDI_MODEL_ILP32);
      }
    };
  }
}
