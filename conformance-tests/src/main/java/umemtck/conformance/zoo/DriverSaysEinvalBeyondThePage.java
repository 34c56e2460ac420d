package umemtck.conformance.zoo;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Drives the example and answers EINVAL beyond its page, before it has the entry called.
 *
 * <p>Legal: which errno it is is not said (SHARED.bounds, K-19).
 */
final class DriverSaysEinvalBeyondThePage extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      @Override
      public int mmap(long proc, long addr, long len, long off, int prot) {
        return isBeyond(off, len) ? Errno.EINVAL : super.mmap(proc, addr, len, off, prot);
      }
    };
  }
}
