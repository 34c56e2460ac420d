package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Takes the switch of the text at its word: one page if a 32-bit application maps first (K-20).
 *
 * <p>Breaks SHARED.size-covers-models: there are two, whoever maps first.
 */
final class SizesByTheFirstMapper extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected long memSize(int model) {
        return model == DataModel.DDI_MODEL_LP64 ? ptob(2) : ptob(1);
      }
    };
  }
}
