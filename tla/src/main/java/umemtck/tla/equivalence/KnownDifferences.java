package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Lock;
import umemtck.reference.model.UmemState;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.GraphState;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.LockState.Locked;
import umemtck.tla.graph.Step;

/**
 * Where the Java model may allow what the specification does not have. The one says what a kernel
 * does, step by step; the other accepts what somebody can have seen of it, and what the contract
 * does not bind to. Each difference is held to its reason: where it says that another order of the
 * same steps looks alike, that order must be in the graph, and lead to the same state.
 */
final class KnownDifferences {
  private static final String UNLOCK = "ddi_umem_unlock ";

  private final Graph graph;
  private final LockBounds bounds;
  private final LockSide java;
  private final LockLabels labels;
  private final Map<GraphState, Integer> index = new HashMap<>();

  KnownDifferences(Graph graph, LockSide java) {
    this.graph = graph;
    this.bounds = (LockBounds) graph.bounds();
    this.java = java;
    this.labels = new LockLabels(graph);
    graph.states().forEach(s -> index.put(s, index.size()));
  }

  /** The clause that explains a step that only Java has, or null. */
  String clause(Set<Integer> alike, UmemState from, Step step, UmemState to) {
    return alike.stream().anyMatch(n -> !explains(state(n), from, step, to))
        ? null
        : name(state(alike.iterator().next()), step);
  }

  /**
   * ACCT.unlimited-bypass: of each lock by itself Java knows whether it is counted, is not, or may
   * be either; what a denial, or a sum, says of several together it forgets. It may then stand for
   * more states than are possible: for such as differ in what is counted, of locks of which that
   * was open before.
   *
   * @return those of them that the specification has; null if this is no such case
   */
  Set<Integer> forgotten(Set<Integer> before, Set<GraphState> possible, Set<LockState> got) {
    if (!got.containsAll(possible) || bounds.profile().equals("documented")) {
      return null;
    }
    Set<Integer> more = new HashSet<>();
    for (LockState s : got) {
      if (possible.stream().noneMatch(w -> isReading(s, (LockState) w, before))) {
        return null;
      }
      if (index.containsKey(s)) {
        more.add(index.get(s));
      }
    }
    return more;
  }

  private boolean isReading(LockState s, LockState possible, Set<Integer> before) {
    return uncounted(s).equals(uncounted(possible))
        && s.lock().entrySet().stream()
            .allMatch(
                e ->
                    e.getValue().counted() == possible.lock().get(e.getKey()).counted()
                        || before.stream()
                            .anyMatch(n -> wasSo(state(n), e.getKey(), e.getValue())));
  }

  private static boolean wasSo(LockState before, long cookie, Locked l) {
    Locked then = before.lock().get(cookie);
    return then != null && then.counted() == l.counted();
  }

  /** A state without what is counted. */
  private static LockState uncounted(LockState s) {
    SortedMap<Long, Locked> lock = new TreeMap<>();
    s.lock()
        .forEach(
            (c, l) ->
                lock.put(
                    c,
                    new Locked(
                        l.proc(), l.addr(), l.len(), l.project(), false, l.stage(), l.cleanup())));
    SortedMap<Long, Long> used = new TreeMap<>();
    return new LockState(
        lock, s.call(), s.proc(), s.pages(), s.event(), s.pins(), used, s.limit(), s.queue());
  }

  private String name(LockState s, Step step) {
    return switch (step.action()) {
      case "UmemUnlockUnpinned" -> "UNLOCK.deferred-fifo";
      case "CallbackBegan" -> "LOCKMEM.callback-after-unlock";
      default ->
          overflows(s, LockLabels.Asked.of(step)) ? "ACCT.overflow" : "LOCK.validation-order";
    };
  }

  private boolean explains(LockState s, UmemState from, Step step, UmemState to) {
    return switch (step.action()) {
      case "UmemUnlockUnpinned" -> overtakes(s, step);
      case "CallbackBegan" -> pickedBefore(s, from, step, to);
      case LockLabels.LOCK, LockLabels.LOCKMEMORY ->
          isDenied(s, step)
              && (overflows(s, LockLabels.Asked.of(step)) || beforeTheCredit(s, step, to));
      default -> false;
    };
  }

  private LockState state(int n) {
    return (LockState) graph.states().get(n);
  }

  /** The specification denies it, and Java has another answer besides. */
  private boolean isDenied(LockState s, Step step) {
    int asked = step.args().size() - 2;
    Step denial = LockLabels.label(step.action(), step.args().subList(0, asked), "ENOMEM", "0");
    return !step.equals(denial) && labels.from(Set.of(index.get(s))).containsKey(denial);
  }

  /** UNLOCK.deferred-fifo binds nobody: the worker may take another, or two at a time. */
  private static boolean overtakes(LockState s, Step step) {
    boolean turn = s.queue().indexOf(step.number(1)) == 0;
    boolean busy = s.call().containsKey(LockState.WORKER);
    return step.word(0).equals(LockState.WORKER)
        && s.queue().contains(step.number(1))
        && (!turn || busy);
  }

  /**
   * ACCT.overflow: no test where nothing is limited. The specification has no limit above the
   * largest word; Java leaves it to the address space, in which nothing is so long.
   */
  private boolean overflows(LockState s, LockLabels.Asked r) {
    long project = s.proc().get(r.proc());
    boolean over = false;
    for (long h : List.of(project, LockState.ZONE)) {
      if (s.used().get(h) + r.len() > s.limit().get(h)) {
        if (s.limit().get(h) != bounds.wordMax()) {
          return false;
        }
        over = true;
      }
    }
    return over;
  }

  /**
   * LOCK.validation-order: the credit is a step that nobody sees, so that a lock may not be denied
   * before Java has it. It must then be as if it had come before.
   */
  private boolean beforeTheCredit(LockState s, Step step, UmemState to) {
    List<Step> credits = credits(s);
    Integer at = index.get(s);
    UmemState after = to;
    for (Step credit : credits) {
      Answer a = java.take(after, credit);
      at = follow(at, credit);
      if (at == null || !(a instanceof Answer.Next next)) {
        return false;
      }
      after = next.state();
    }
    Set<Integer> ends = at == null ? null : labels.from(Set.of(at)).get(step);
    return !credits.isEmpty()
        && ends != null
        && ends.stream().map(this::state).collect(Collectors.toSet()).equals(java.stands(after));
  }

  /** Whatever is left to do of the unlocks that have begun, or are queued. */
  private static List<Step> credits(LockState s) {
    List<Step> all = new ArrayList<>();
    s.call()
        .forEach((t, c) -> all.add(Step.of("UmemUnlockCredited", t, c.substring(UNLOCK.length()))));
    for (long c : s.queue()) {
      all.add(Step.of("UmemUnlockUnpinned", LockState.WORKER, c));
      all.add(Step.of("UmemUnlockCredited", LockState.WORKER, c));
    }
    return all;
  }

  private Integer follow(Integer at, Step step) {
    return at == null ? null : graph.steps().get(at).get(step);
  }

  /**
   * LOCKMEM.callback-after-unlock: the event had picked the lock before it was unpinned, and calls
   * now. It must be as if it had called before, and all that is unpinned had been unpinned since.
   */
  private boolean pickedBefore(LockState s, UmemState from, Step called, UmemState to) {
    Lock picked = from.locking().lock(called.number(1));
    if (picked == null || picked.pinned()) {
      return false;
    }
    boolean gone = !s.lock().containsKey(picked.cookie());
    for (String t : gone ? bounds.threads() : List.of(LockState.WORKER)) {
      Integer at = follow(index.get(new BeforeUnpinned(bounds, s).with(picked)), called);
      if (gone) {
        at = follow(at, Step.of("UmemUnlockUnpinned", t, picked.cookie()));
        at = follow(at, Step.of("UmemUnlockCredited", t, picked.cookie()));
      }
      for (Map.Entry<String, String> e : s.call().entrySet()) {
        String cookie = e.getValue().substring(UNLOCK.length());
        at = follow(at, Step.of("UmemUnlockUnpinned", e.getKey(), cookie));
      }
      if (at != null && java.stands(to).contains(state(at))) {
        return true;
      }
    }
    return false;
  }
}
