package umemtck.conformance.zoo;

import java.util.LinkedHashMap;
import java.util.Map;
import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Allocates an area for each application.
 *
 * <p>Breaks SHARED.allocate-once: all are given the same area.
 */
final class GivesEachApplicationItsOwnArea extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    Map<Long, ExampleDriver> areas = new LinkedHashMap<>();
    return new SharedDriver() {
      @Override
      public int mmap(long proc, long addr, long len, long off, int prot) {
        return areas
            .computeIfAbsent(proc, p -> new ExampleDriver(system, pageSize, waits))
            .mmap(proc, addr, len, off, prot);
      }

      @Override
      public int detach() {
        return areas.values().stream().mapToInt(ExampleDriver::detach).min().orElse(0);
      }

      @Override
      public byte[] load(long off, int length) {
        return areas.values().iterator().next().load(off, length);
      }

      @Override
      public void store(long off, byte[] bytes) {
        areas.values().iterator().next().store(off, bytes);
      }
    };
  }
}
