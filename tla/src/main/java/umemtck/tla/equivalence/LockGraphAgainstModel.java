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
import java.util.TreeSet;
import java.util.stream.Collectors;
import umemtck.reference.model.Answer;
import umemtck.reference.model.UmemState;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.GraphState;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.Step;
import umemtck.tla.graph.Words;

/**
 * Walks a graph of locking with the Java model. Where a caller cannot tell states apart, the Java
 * model has one state for them: it must allow what one of them has, forbid what none of them has,
 * and go on to a state that stands for just those that they lead to. Where it may differ, and why,
 * is in {@link KnownDifferences}.
 */
final class LockGraphAgainstModel {
  private final Graph graph;
  private final LockLabels labels;
  private final LockSide java;
  private final LockBounds bounds;
  private final KnownDifferences known;
  private final List<String> differences = new ArrayList<>();
  private final SortedMap<String, Long> explained = new TreeMap<>();
  private long forbidden;

  LockGraphAgainstModel(Graph graph) {
    this(graph, new LockSide((LockBounds) graph.bounds()));
  }

  LockGraphAgainstModel(Graph graph, LockSide java) {
    this.graph = graph;
    this.java = java;
    this.labels = new LockLabels(graph);
    this.bounds = (LockBounds) graph.bounds();
    this.known = new KnownDifferences(graph, java);
  }

  /** States that look alike, and the state of the Java model that stands for them. */
  private record Node(Set<Integer> alike, UmemState java) {}

  /** How many steps that are not in the graph were tried. */
  long forbidden() {
    return forbidden;
  }

  /** How many steps of the graph no history has that the Java model judges. */
  long concurrent() {
    return labels.concurrent();
  }

  /** How often a difference was met that is known and legitimate; by clause. */
  SortedMap<String, Long> explained() {
    return explained;
  }

  List<String> differences() {
    Set<Integer> met = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    Node boot = new Node(Set.of(graph.init()), java.boot());
    compare(boot, "boot", boot.alike(), new Answer.Next(boot.java()), open, seen);
    while (!open.isEmpty()) {
      Node n = open.remove();
      met.addAll(n.alike());
      SortedMap<Step, Set<Integer>> steps = labels.from(n.alike());
      for (Map.Entry<Step, Set<Integer>> e : steps.entrySet()) {
        Answer a = java.take(n.java(), e.getKey());
        compare(n, Words.step(e.getKey()), e.getValue(), a, open, seen);
      }
      LockRest rest =
          new LockRest(bounds, step -> java.take(n.java(), step) instanceof Answer.Next);
      Set<Step> others = rest.of(labels.state(n.alike().iterator().next()));
      others.removeAll(steps.keySet());
      others.forEach(step -> refused(n, step));
      rest(n);
    }
    for (int i = 0; i < graph.states().size() && differences.isEmpty(); i++) {
      if (!met.contains(i) && !labels.state(i).locking()) {
        differences.add("a state that no history of the Java model leads to: " + state(i));
      }
    }
    return differences;
  }

  private String state(int n) {
    return Words.state(graph.states().get(n));
  }

  /** A step that the specification has. */
  private void compare(
      Node from, String what, Set<Integer> to, Answer answer, Deque<Node> open, Set<String> seen) {
    if (!(answer instanceof Answer.Next next)) {
      say(from, what, "allows it", Words.answer(answer));
      return;
    }
    Set<LockState> got = java.stands(next.state());
    Set<GraphState> wanted = to.stream().map(graph.states()::get).collect(Collectors.toSet());
    Set<Integer> alike = new TreeSet<>(to);
    if (!got.equals(wanted)) {
      Set<Integer> forgotten = known.forgotten(from.alike(), wanted, got);
      if (forgotten == null) {
        say(from, what, "goes on to " + words(wanted), "goes on to " + words(got));
        return;
      }
      explained.merge("ACCT.unlimited-bypass", 1L, Long::sum);
      alike.addAll(forgotten);
    }
    Node node = new Node(alike, next.state());
    if (seen.add(node.alike() + " " + java.ghosts(next.state()))) {
      open.add(node);
    }
  }

  /** A step that the specification does not have. */
  private void refused(Node from, Step step) {
    forbidden++;
    Answer answer = java.take(from.java(), step);
    if (answer instanceof Answer.Next next) {
      String clause = known.clause(from.alike(), from.java(), step, next.state());
      if (clause == null) {
        String got = words(java.stands(next.state()));
        say(from, Words.step(step), "does not have it", "allows it, and goes on to " + got);
      } else {
        explained.merge(clause, 1L, Long::sum);
      }
    }
  }

  /** Nothing can run: may that be? */
  private void rest(Node from) {
    LockRests rests = new LockRests(graph);
    boolean may = from.alike().stream().anyMatch(rests::mayRest);
    Answer answer = java.rests(from.java());
    if (answer instanceof Answer.Next != may) {
      say(
          from,
          "nothing can run, and what is out is still out",
          may ? "allows it" : "does not have it",
          Words.answer(answer));
    }
  }

  private void say(Node from, String what, String specification, String javaModel) {
    String states = from.alike().stream().map(this::state).collect(Collectors.joining(" OR "));
    differences.add(Differences.text(what, states, specification, javaModel));
  }

  private static String words(Set<? extends GraphState> states) {
    return states.stream().map(Words::state).sorted().collect(Collectors.joining(" OR "));
  }
}
