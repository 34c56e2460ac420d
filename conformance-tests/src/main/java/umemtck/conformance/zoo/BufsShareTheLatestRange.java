package umemtck.conformance.zoo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import umemtck.reference.kernel.BufRequest;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps the range of a buf with its cookie: all transfer where the latest begins.
 *
 * <p>Breaks IOSETUP.multiple: each buf transfers its own range.
 */
final class BufsShareTheLatestRange extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Map<Long, Long> latest = new HashMap<>();
      private final Map<Long, Long> cookieOf = new HashMap<>();

      @Override
      protected long give(BufRequest r) {
        long buf = super.give(r);
        latest.put(r.cookie(), buf);
        cookieOf.put(buf, r.cookie());
        return buf;
      }

      @Override
      public synchronized byte[] write(long buf) {
        byte[] mine = super.write(buf);
        long other = latest.getOrDefault(cookieOf.get(buf), buf);
        boolean there = other != buf && isLive(other);
        return there ? Arrays.copyOf(super.write(other), mine.length) : mine;
      }
    };
  }
}
