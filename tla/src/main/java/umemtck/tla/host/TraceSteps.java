package umemtck.tla.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.IValue;
import umemtck.tla.trace.Instance;
import umemtck.tla.trace.Moment;
import util.UniqueString;

/**
 * The states that explain what was seen of a machine, each with how far it is with the calls that
 * are out. TLC evaluates the actions that fit what is seen, and no others.
 */
final class TraceSteps {
  private static final UniqueString ANSWER = UniqueString.uniqueStringOf("answer");

  /** How far a call is: which path, and how many steps of it. */
  private record Progress(int path, int steps) {}

  /** A state that explains what was seen; calls of which nothing has happened are not there. */
  private record Explanation(TLCState state, SortedMap<Integer, Progress> progress) {
    Explanation with(TLCState next, int call, Progress p) {
      SortedMap<Integer, Progress> map = new TreeMap<>(progress);
      map.put(call, p);
      return new Explanation(next, map);
    }

    Explanation without(int call) {
      if (!progress.containsKey(call)) {
        return this;
      }
      SortedMap<Integer, Progress> map = new TreeMap<>(progress);
      map.remove(call);
      return new Explanation(state, map);
    }

    List<Object> key() {
      return List.of(state.fingerPrint(), progress);
    }
  }

  private final FastTool tool;
  private final Map<String, OpDefNode> actions = new HashMap<>();
  private final List<TLCState> inits = new ArrayList<>();
  private final IValue boot;
  private final Map<Integer, List<List<Instance>>> open = new LinkedHashMap<>();
  private List<Explanation> all = List.of();

  TraceSteps(FastTool tool) {
    this.tool = tool;
    for (OpDefNode op : tool.getRootModule().getOpDefs()) {
      actions.put(op.getName().toString(), op);
    }
    StateVec states = tool.getInitStates();
    for (int i = 0; i < states.size(); i++) {
      inits.add(states.elementAt(i));
    }
    boot = inits.get(0).lookup(ANSWER);
  }

  /** A fresh machine. */
  void boot() {
    open.clear();
    all = inits.stream().map(s -> new Explanation(s, new TreeMap<>())).toList();
  }

  /** The states that were possible before what was refused, without what was answered last. */
  List<String> before() {
    return all.stream().map(e -> e.state().unbind(ANSWER).toString().strip()).distinct().toList();
  }

  /** Whether a moment can be explained; if not, everything is as it was before. */
  boolean see(Moment m) {
    if (m.kind() == Moment.Kind.OPEN) {
      open.put(m.call(), m.paths());
      return true;
    }
    List<Explanation> from = closure(m.call());
    List<Explanation> next = new ArrayList<>();
    for (Explanation e : from) {
      if (m.kind() == Moment.Kind.DONE) {
        finish(e, m.call(), m.paths(), next);
      } else if (!e.progress().containsKey(m.call())) {
        apply(e.state(), m.paths().get(0).get(0))
            .forEach(s -> next.add(new Explanation(s, e.progress())));
      }
    }
    if (next.isEmpty()) {
      return false;
    }
    if (m.kind() == Moment.Kind.DONE) {
      open.remove(m.call());
    }
    all = distinct(next);
    return true;
  }

  /** Does what is left of a call. */
  private void finish(Explanation e, int call, List<List<Instance>> paths, List<Explanation> into) {
    Progress p = e.progress().get(call);
    for (int path = 0; path < paths.size(); path++) {
      if (p != null && p.path() != path) {
        continue;
      }
      int from = p == null ? 0 : p.steps();
      List<TLCState> states = List.of(e.state());
      for (Instance step : paths.get(path).subList(from, paths.get(path).size())) {
        List<TLCState> after = new ArrayList<>();
        states.forEach(s -> after.addAll(apply(s, step)));
        states = after;
      }
      states.forEach(s -> into.add(new Explanation(s, e.progress()).without(call)));
    }
  }

  /** All states that may have been reached by calls that are out, but for one. */
  private List<Explanation> closure(int except) {
    if (open.isEmpty() || (open.size() == 1 && open.containsKey(except))) {
      return all;
    }
    Map<List<Object>, Explanation> found = new LinkedHashMap<>();
    List<Explanation> todo = new ArrayList<>(all);
    all.forEach(e -> found.put(e.key(), e));
    while (!todo.isEmpty()) {
      Explanation e = todo.remove(todo.size() - 1);
      for (Map.Entry<Integer, List<List<Instance>>> o : open.entrySet()) {
        for (Explanation next : o.getKey() == except ? List.<Explanation>of() : ahead(e, o)) {
          if (found.putIfAbsent(next.key(), next) == null) {
            todo.add(next);
          }
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  /** One step further with one call. */
  private List<Explanation> ahead(Explanation e, Map.Entry<Integer, List<List<Instance>>> o) {
    List<Explanation> next = new ArrayList<>();
    Progress p = e.progress().get(o.getKey());
    for (int path = 0; path < o.getValue().size(); path++) {
      int done = p == null ? 0 : p.steps();
      List<Instance> steps = o.getValue().get(path);
      if ((p == null || p.path() == path) && done < steps.size()) {
        Progress further = new Progress(path, done + 1);
        apply(e.state(), steps.get(done)).forEach(s -> next.add(e.with(s, o.getKey(), further)));
      }
    }
    return next;
  }

  private static List<Explanation> distinct(List<Explanation> some) {
    if (some.size() == 1) {
      return some;
    }
    Map<List<Object>, Explanation> found = new LinkedHashMap<>();
    some.forEach(e -> found.putIfAbsent(e.key(), e));
    return new ArrayList<>(found.values());
  }

  private List<TLCState> apply(TLCState from, Instance step) {
    OpDefNode op = actions.get(step.action());
    if (op == null) {
      throw new IllegalStateException("no action is called " + step.action());
    }
    FormalParamNode[] params = op.getParams();
    if (params.length != step.args().size()) {
      throw new IllegalStateException(step + " has not the arguments of its action");
    }
    Context context = Context.Empty;
    for (int i = 0; i < params.length; i++) {
      context = context.cons(params[i], step.args().get(i));
    }
    StateVec states = tool.getNextStates(new Action(op.getBody(), context, op), from);
    List<TLCState> next = new ArrayList<>(states.size());
    for (int i = 0; i < states.size(); i++) {
      // What was answered never decides what comes next; it is the event.
      next.add(states.elementAt(i).bind(ANSWER, boot));
    }
    return next;
  }
}
