package umemtck.conformance;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The threads of the kit, and a patient look at what goes away by itself. */
public final class KitThreads {
  private static final int LOOKS = 100;
  private static final int BETWEEN = 20;

  private KitThreads() {}

  /** Those that do something: not those that wait in a pool to be used again. */
  public static Set<String> busy() {
    Set<String> found = new TreeSet<>();
    for (Map.Entry<Thread, StackTraceElement[]> t : Thread.getAllStackTraces().entrySet()) {
      boolean waits =
          Stream.of(t.getValue()).anyMatch(frame -> frame.getMethodName().equals("getTask"));
      if (t.getKey().getName().startsWith("umem-tck") && !waits) {
        found.add(t.getKey().getName() + " " + t.getKey().getId());
      }
    }
    return found;
  }

  /** What of something is still there after many looks. */
  public static Set<String> lasting(Supplier<Set<String>> left) {
    Set<String> now = left.get();
    for (int i = 0; i < LOOKS && !now.isEmpty(); i++) {
      try {
        Thread.sleep(BETWEEN);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      now = left.get();
    }
    return now;
  }

  /** Those that have come since others were counted, and last. */
  public static Set<String> more(Set<String> than) {
    return lasting(
        () -> {
          Set<String> now = busy();
          now.removeAll(than);
          return now;
        });
  }
}
