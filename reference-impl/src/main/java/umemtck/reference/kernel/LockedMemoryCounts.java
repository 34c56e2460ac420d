package umemtck.reference.kernel;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.LockedMemory;

/** How much is counted as locked for each holder, and its limit: bytes, unsigned. */
final class LockedMemoryCounts {
  private static final class Count {
    private long used;
    private long limit = LockedMemory.UNLIMITED;
  }

  private final Map<Holder, Map<Long, Count>> counts = new EnumMap<>(Holder.class);

  long used(Holder of, long id) {
    return count(of, id).used;
  }

  void add(Holder of, long id, long bytes) {
    count(of, id).used += bytes;
  }

  long limit(Holder of, long id) {
    return count(of, id).limit;
  }

  void setLimit(Holder of, long id, long bytes) {
    count(of, id).limit = bytes;
  }

  private Count count(Holder of, long id) {
    return counts.computeIfAbsent(of, h -> new HashMap<>()).computeIfAbsent(id, i -> new Count());
  }
}
