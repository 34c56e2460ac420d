package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.Step;

/**
 * A graph of locking as the Java model knows it: a lock is one step, from the call to the answer.
 * Charged and then Pinned or Failed are folded, and what a caller cannot see of them, whether it is
 * counted and whether a cleanup function is registered, is left out: one step may lead to several
 * states. What a caller can look at is a step, too, that leads nowhere else.
 *
 * <p>Steps of others between the charge and the answer are not folded and have no like in Java,
 * which judges histories in which a lock is alone with its answer. They are counted.
 */
final class LockLabels {
  static final String LOCK = "ddi_umem_lock";
  static final String LOCKMEMORY = "umem_lockmemory";

  /** Holder, bytes: what the usage of a project or of the zone, 0, is. */
  static final String READ = "ReadUsage";

  /** Process, address: a page is seen out of memory. */
  static final String RESIDENT = "SeenPagedOut";

  private static final Set<String> ANSWERS =
      Set.of("UmemLockPinned", "UmemLockFailed", "UmemLockMemoryPinned", "UmemLockMemoryFailed");

  private final Graph graph;
  private final Set<Integer> folded = new HashSet<>();

  LockLabels(Graph graph) {
    this.graph = graph;
  }

  /** What is asked of a lock. */
  record Asked(String thread, long proc, long addr, long len, int flags, String vector) {
    static Asked of(Step s) {
      boolean memory = s.action().equals(LOCKMEMORY);
      return new Asked(
          s.word(0),
          s.number(1),
          s.number(2),
          s.number(3),
          (int) s.number(4),
          memory ? s.word(5) : "none");
    }
  }

  LockState state(int n) {
    return (LockState) graph.states().get(n);
  }

  /** All that can be seen from some states that look alike, and where it leads. */
  SortedMap<Step, Set<Integer>> from(Set<Integer> states) {
    SortedMap<Step, Set<Integer>> all = new TreeMap<>();
    for (int n : states) {
      graph.steps().get(n).forEach((step, to) -> fold(all, step, to));
      LockState s = state(n);
      s.used().forEach((h, bytes) -> put(all, Step.of(READ, h, bytes), n));
      s.pages()
          .forEach(
              (p, pages) -> {
                for (long a : pages.keySet()) {
                  if (!s.pins().get(p).containsKey(a)) {
                    put(all, Step.of(RESIDENT, p, a), n);
                  }
                }
              });
    }
    return all;
  }

  private void fold(SortedMap<Step, Set<Integer>> all, Step step, int to) {
    String action = step.action();
    String op = action.startsWith("UmemLockMemory") ? LOCKMEMORY : LOCK;
    if (action.endsWith("Charged")) {
      folded.add(to);
      List<String> asked = step.args().subList(0, step.args().size() - 1);
      for (Map.Entry<Step, Integer> e : graph.steps().get(to).entrySet()) {
        if (answers(e.getKey(), step.word(0))) {
          boolean failed = e.getKey().action().endsWith("Failed");
          put(
              all,
              label(
                  op, asked, failed ? e.getKey().word(1) : "0", failed ? "0" : e.getKey().word(1)),
              e.getValue());
        }
      }
    } else if (action.startsWith("UmemLock")) {
      put(all, label(op, step.args(), action.endsWith("Refused") ? "EINVAL" : "ENOMEM", "0"), to);
    } else {
      put(all, step, to);
    }
  }

  private static boolean answers(Step s, String thread) {
    return ANSWERS.contains(s.action()) && s.word(0).equals(thread);
  }

  static Step label(String op, List<String> asked, String errno, String cookie) {
    List<String> args = new ArrayList<>(asked);
    args.add(errno);
    args.add(cookie);
    return new Step(op, args);
  }

  private static void put(SortedMap<Step, Set<Integer>> all, Step label, int to) {
    all.computeIfAbsent(label, l -> new TreeSet<>()).add(to);
  }

  /**
   * How many steps of the graph no fold has: those between the charge and the answer of a lock that
   * are not that answer. To be asked after all states were walked.
   */
  long concurrent() {
    long n = 0;
    for (int i = 0; i < graph.states().size(); i++) {
      for (Step s : graph.steps().get(i).keySet()) {
        n += state(i).locking() && !(folded.contains(i) && ANSWERS.contains(s.action())) ? 1 : 0;
      }
    }
    return n;
  }
}
