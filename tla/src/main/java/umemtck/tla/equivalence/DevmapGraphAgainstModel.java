package umemtck.tla.equivalence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.reference.model.Answer;
import umemtck.reference.model.UmemState;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.DevmapState;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.Step;
import umemtck.tla.graph.Words;

/**
 * Walks a graph of exports with the Java model. Each step must be allowed and lead to the same
 * state; each step that is not in the graph must be forbidden; and what can be looked at, by every
 * process and by the driver, must be what the state says. Where they may differ, and why, is in
 * {@link DevmapKnownDifferences}.
 */
final class DevmapGraphAgainstModel {
  private final Graph graph;
  private final DevmapBounds bounds;
  private final DevmapSide java;
  private final DevmapKnownDifferences known;
  private final List<String> differences = new ArrayList<>();
  private final SortedMap<String, Long> explained = new TreeMap<>();
  private final Set<Integer> met = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final Map<String, String> inherited = new TreeMap<>();
  private final Set<String> compared = new HashSet<>();
  private long forbidden;

  DevmapGraphAgainstModel(Graph graph) {
    this(graph, new DevmapSide((DevmapBounds) graph.bounds()));
  }

  DevmapGraphAgainstModel(Graph graph, DevmapSide java) {
    this.graph = graph;
    this.bounds = (DevmapBounds) graph.bounds();
    this.java = java;
    this.known = new DevmapKnownDifferences(bounds, java);
  }

  /** A state, and one of the states of the Java model that stand for it. */
  private record Node(int state, UmemState java) {}

  /** How many steps that are not in the graph were tried. */
  long forbidden() {
    return forbidden;
  }

  /** How many steps of the graph begin where no history of the Java model leads to. */
  long beyond() {
    long n = 0;
    for (int i = 0; i < graph.states().size(); i++) {
      n += met.contains(i) ? 0 : graph.steps().get(i).size();
    }
    return n;
  }

  /** How often a difference was met that is known and legitimate; by clause. */
  SortedMap<String, Long> explained() {
    return explained;
  }

  List<String> differences() {
    Node boot = new Node(graph.init(), java.boot());
    arrive(boot, "boot", graph.init(), boot.java());
    while (!open.isEmpty()) {
      Node n = open.remove();
      met.add(n.state());
      SortedMap<Step, Integer> steps = steps(n.state());
      steps.forEach((step, to) -> compare(n, step, to));
      Set<Step> others = DevmapRest.of(bounds, state(n.state()));
      others.removeAll(steps.keySet());
      others.forEach(step -> refused(n, steps.keySet(), step));
      new DevmapLooks(bounds, java)
          .at(state(n.state()), n.java())
          .forEach(
              w ->
                  say(
                      n,
                      "a look: " + w.what(),
                      w.right() ? "has it so" : "has it otherwise",
                      Words.answer(w.answer())));
    }
    inherited.keySet().removeAll(compared);
    differences.addAll(inherited.values());
    for (int i = 0; i < graph.states().size() && differences.isEmpty(); i++) {
      if (!met.contains(i) && !known.isBeyond(state(i))) {
        differences.add(
            "a state that no history of the Java model leads to: " + Words.state(state(i)));
      }
    }
    return differences;
  }

  private DevmapState state(int n) {
    return (DevmapState) graph.states().get(n);
  }

  /** The steps of a state. Which pages a remap switches is not said of it: it is seen. */
  private SortedMap<Step, Integer> steps(int n) {
    SortedMap<Step, Integer> all = new TreeMap<>();
    graph
        .steps()
        .get(n)
        .forEach(
            (step, to) -> {
              boolean remap = step.action().equals(DevmapLabels.REMAP);
              Step said = remap ? new Step(step.action(), step.args().subList(0, 7)) : step;
              if (all.put(said, to) != null) {
                throw new IllegalStateException(said + " leads to two states");
              }
            });
    return all;
  }

  /** A step that the specification has. */
  private void compare(Node from, Step step, int to) {
    Answer answer = java.take(from.java(), step);
    if (answer instanceof Answer.Next next) {
      compared.add(from.state() + " " + step);
      arrive(from, Words.step(step), to, next.state());
      return;
    }
    DevmapState there = java.known(state(to));
    String clause = known.onlyThere(state(from.state()), from.java(), step, answer, there);
    if (clause == null) {
      say(from, Words.step(step), "allows it", Words.answer(answer));
      return;
    }
    explained.merge(clause, 1L, Long::sum);
    if (DevmapKnownDifferences.isInherited(clause)) {
      inherited.put(
          from.state() + " " + step,
          text(
              from,
              Words.step(step),
              "allows it",
              "is never asked, of no mapping that the process made itself"));
    }
  }

  private void arrive(Node from, String what, int to, UmemState next) {
    DevmapState wanted = java.known(state(to));
    DevmapState got = java.stands(next);
    if (!got.equals(wanted)) {
      say(from, what, "goes on to " + Words.state(wanted), "goes on to " + Words.state(got));
    } else if (seen.add(to + " " + DevmapProjection.ghosts(next))) {
      open.add(new Node(to, next));
    }
  }

  /** A step that the specification does not have. */
  private void refused(Node from, Set<Step> steps, Step step) {
    forbidden++;
    if (!(java.take(from.java(), step) instanceof Answer.Next next)) {
      return;
    }
    DevmapState got = java.stands(next.state());
    boolean changes = !got.equals(java.stands(from.java()));
    String clause = known.onlyHere(state(from.state()), steps, step, changes);
    if (clause == null) {
      String to = "allows it, and goes on to " + Words.state(got);
      say(from, Words.step(step), "does not have it", to);
    } else {
      explained.merge(clause, 1L, Long::sum);
    }
  }

  private void say(Node from, String what, String specification, String javaModel) {
    differences.add(text(from, what, specification, javaModel));
  }

  private String text(Node from, String what, String specification, String javaModel) {
    return Differences.text(what, Words.state(state(from.state())), specification, javaModel);
  }
}
