package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Lets an application map both pages of the area.
 *
 * <p>Breaks SHARED.bounds: one page is exported.
 */
final class ExportsTwoPages extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      protected boolean isBeyond(long off, long len) {
        return off != 0 || len > ptob(2);
      }
    };
  }
}
