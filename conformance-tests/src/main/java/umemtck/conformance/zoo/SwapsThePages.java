package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives 32-bit applications the first page, and 64-bit ones the second.
 *
 * <p>Breaks SHARED.ilp32-second-page: it is the other way round.
 */
final class SwapsThePages extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected long koff(int model) {
        return model == DataModel.DDI_MODEL_ILP32 ? 0 : ptob(1);
      }
    };
  }
}
