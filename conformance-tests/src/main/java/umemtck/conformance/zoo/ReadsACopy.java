package umemtck.conformance.zoo;

import java.util.Arrays;
import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Remembers what it stored, and never loads what applications have stored since.
 *
 * <p>Breaks SHARED.visible: what an application stores the driver loads.
 */
final class ReadsACopy extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      private final byte[] copy = new byte[(int) ptob(2)];

      @Override
      public byte[] load(long off, int length) {
        return Arrays.copyOfRange(copy, (int) off, (int) off + length);
      }

      @Override
      public void store(long off, byte[] bytes) {
        System.arraycopy(bytes, 0, copy, (int) off, bytes.length);
        super.store(off, bytes);
      }
    };
  }
}
