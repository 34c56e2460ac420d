package umemtck.conformance.zoo;

import java.util.Arrays;
import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Stores to memory of its own, and never to what it exports.
 *
 * <p>Breaks SHARED.visible: what the driver stores all applications load.
 */
final class StoresToACopy extends ZooDriver {
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
      }
    };
  }
}
