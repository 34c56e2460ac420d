package umemtck.tla.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import umemtck.tla.host.Explanation.Progress;
import umemtck.tla.trace.Instance;
import umemtck.tla.trace.Moment;
import umemtck.tla.trace.Path;

/**
 * The states that explain what was seen of a machine, each with how far it is with the calls that
 * are out.
 */
final class TraceSteps {
  /** A trace that so many states explain tells too little. */
  private static final int MOST = 20_000;

  private final TraceActions actions;
  private final List<TLCState> inits;

  /** Calls of which steps may be taken; of those that returned, only what is left of a path. */
  private final Map<Integer, Open> open = new LinkedHashMap<>();

  private List<Explanation> all = List.of();

  private record Open(List<Path> paths, boolean returned) {}

  TraceSteps(FastTool tool) {
    actions = new TraceActions(tool);
    inits = actions.inits();
  }

  /** A fresh machine. */
  void boot() {
    open.clear();
    all = inits.stream().map(s -> new Explanation(s, Map.of())).toList();
  }

  /** The states that were possible before what was refused, without what was answered last. */
  List<String> before() {
    StateText text = new StateText(inits.get(0));
    return all.stream().map(e -> text.of(e.state())).distinct().toList();
  }

  /** Whether a moment can be explained; if not, everything is as it was before. */
  boolean see(Moment m) {
    if (m.kind() == Moment.Kind.OPEN) {
      open.put(m.call(), new Open(m.paths(), false));
      return true;
    }
    List<Explanation> next = new ArrayList<>();
    for (Explanation e : closure(m)) {
      if (m.kind() == Moment.Kind.DONE) {
        returns(e, m, next);
      } else if (!isThrough(e, m.call())) {
        Instance waits = m.paths().get(0).steps().get(0);
        actions.apply(e.state(), waits).forEach(s -> next.add(e.at(s)));
      }
    }
    if (next.isEmpty()) {
      return false;
    }
    all = distinct(next);
    if (m.kind() == Moment.Kind.DONE) {
      boolean left = all.stream().anyMatch(e -> e.progress(m.call()) != null);
      open.put(m.call(), new Open(m.paths(), true));
      if (!left) {
        open.remove(m.call());
      }
    }
    open.entrySet()
        .removeIf(
            o ->
                o.getValue().returned()
                    && all.stream().allMatch(e -> e.progress(o.getKey()) == null));
    return true;
  }

  /** Whether all that had to happen before the call returns has happened. */
  private boolean isThrough(Explanation e, int call) {
    Progress p = e.progress(call);
    return p != null && open.containsKey(call) && p.steps() >= must(call, p);
  }

  private int must(int call, Progress p) {
    return open.get(call).paths().get(p.path()).must();
  }

  /** Does what must have been done before a call returns. */
  private void returns(Explanation e, Moment m, List<Explanation> into) {
    Progress p = e.progress(m.call());
    for (int n = 0; n < m.paths().size(); n++) {
      if (p != null && p.path() != n) {
        continue;
      }
      Path path = m.paths().get(n);
      int done = p == null ? 0 : p.steps();
      int until = Math.max(done, path.must());
      List<TLCState> states = List.of(e.state());
      for (Instance step : path.steps().subList(done, until)) {
        List<TLCState> after = new ArrayList<>();
        states.forEach(s -> after.addAll(actions.apply(s, step)));
        states = after;
      }
      Progress now = until == path.steps().size() ? null : new Progress(n, until);
      states.forEach(s -> into.add(e.at(s).with(m.call(), now)));
    }
  }

  /** All states that may have been reached by calls that are out, but for the one that returns. */
  private List<Explanation> closure(Moment m) {
    int except = m.kind() == Moment.Kind.DONE ? m.call() : -1;
    if (open.isEmpty() || (open.size() == 1 && open.containsKey(except))) {
      return all;
    }
    Map<Object, Explanation> found = new LinkedHashMap<>();
    List<Explanation> todo = new ArrayList<>(all);
    all.forEach(e -> found.put(e.key(), e));
    while (!todo.isEmpty()) {
      Explanation e = todo.remove(todo.size() - 1);
      for (Map.Entry<Integer, Open> o : open.entrySet()) {
        if (o.getKey() == except) {
          continue;
        }
        for (Explanation next : ahead(e, o.getKey(), o.getValue())) {
          if (found.putIfAbsent(next.key(), next) == null) {
            todo.add(next);
          }
        }
      }
      if (found.size() > MOST) {
        throw new IllegalStateException("more than " + MOST + " states explain the trace");
      }
    }
    return new ArrayList<>(found.values());
  }

  /** One step further with one call. */
  private List<Explanation> ahead(Explanation e, int call, Open o) {
    List<Explanation> next = new ArrayList<>();
    Progress p = e.progress(call);
    if (p == null && o.returned()) {
      return next;
    }
    for (int n = 0; n < o.paths().size(); n++) {
      List<Instance> steps = o.paths().get(n).steps();
      int done = p == null ? 0 : p.steps();
      if ((p == null || p.path() == n) && done < steps.size()) {
        boolean over = o.returned() && done + 1 == steps.size();
        Progress further = over ? null : new Progress(n, done + 1);
        actions
            .apply(e.state(), steps.get(done))
            .forEach(s -> next.add(e.at(s).with(call, further)));
      }
    }
    return next;
  }

  private static List<Explanation> distinct(List<Explanation> some) {
    if (some.size() == 1) {
      return some;
    }
    Map<Object, Explanation> found = new HashMap<>();
    List<Explanation> distinct = new ArrayList<>();
    for (Explanation e : some) {
      if (found.putIfAbsent(e.key(), e) == null) {
        distinct.add(e);
      }
    }
    return distinct;
  }
}
