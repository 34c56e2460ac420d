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
import umemtck.spec.Profile;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.GraphState;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.IoState;
import umemtck.tla.graph.Step;
import umemtck.tla.graph.Words;

/**
 * Walks a graph of bufs with the Java model. Each step must be allowed and lead to the same state,
 * or to all that look alike; each step that is not in the graph must be forbidden, but for {@link
 * IoKnownDifferences}; and what can be looked at, bufs, bytes and usage, must be what the state
 * says.
 */
final class IoGraphAgainstModel {
  private static final List<String> FIELDS =
      List.of("count", "dev", "blkno", "iodone", "addr", "proc", "direction", "marks");

  private final Graph graph;
  private final IoLabels labels;
  private final IoBounds bounds;
  private final IoSide java;
  private final List<String> differences = new ArrayList<>();
  private final SortedMap<String, Long> explained = new TreeMap<>();
  private long forbidden;

  IoGraphAgainstModel(Graph graph, Profile profile) {
    this(graph, new IoSide((IoBounds) graph.bounds(), profile));
  }

  IoGraphAgainstModel(Graph graph, IoSide java) {
    this.graph = graph;
    this.labels = new IoLabels(graph);
    this.bounds = (IoBounds) graph.bounds();
    this.java = java;
  }

  /** States that look alike, and the state of the Java model that stands for them. */
  private record Node(Set<Integer> alike, UmemState java) {
    int any() {
      return alike.iterator().next();
    }
  }

  /** How many steps that are not in the graph were tried. */
  long forbidden() {
    return forbidden;
  }

  /** How often a difference was met that is known and legitimate; by clause. */
  SortedMap<String, Long> explained() {
    return explained;
  }

  List<String> differences() {
    Set<Integer> met = new HashSet<>();
    Set<Set<Integer>> seen = new HashSet<>();
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
      Set<Step> others = IoRest.of(bounds, labels.state(n.any()));
      others.removeAll(steps.keySet());
      others.forEach(step -> refused(n, step));
      looks(n);
    }
    for (int i = 0; i < graph.states().size() && differences.isEmpty(); i++) {
      if (!met.contains(i)) {
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
      Node from,
      String what,
      Set<Integer> to,
      Answer answer,
      Deque<Node> open,
      Set<Set<Integer>> seen) {
    if (!(answer instanceof Answer.Next next)) {
      say(from, what, "allows it", Words.answer(answer));
      return;
    }
    Set<IoState> got = java.stands(next.state());
    Set<GraphState> wanted = to.stream().map(graph.states()::get).collect(Collectors.toSet());
    if (!got.equals(wanted)) {
      say(from, what, "goes on to " + words(wanted), "goes on to " + words(got));
    } else if (seen.add(new TreeSet<>(to))) {
      open.add(new Node(new TreeSet<>(to), next.state()));
    }
  }

  /** A step that the specification does not have. */
  private void refused(Node from, Step step) {
    forbidden++;
    Answer answer = java.take(from.java(), step);
    if (!(answer instanceof Answer.Next next)) {
      return;
    }
    Set<IoState> got = java.stands(next.state());
    boolean changes = !got.equals(java.stands(from.java()));
    String clause = IoKnownDifferences.clause(labels.state(from.any()), step, changes);
    if (clause == null) {
      say(from, Words.step(step), "does not have it", "allows it, and goes on to " + words(got));
    } else {
      explained.merge(clause, 1L, Long::sum);
    }
  }

  /** What anybody can look at: what bufs carry, every byte that is somebody's, and the usage. */
  private void looks(Node from) {
    IoState s = labels.state(from.any());
    for (Map.Entry<Long, IoState.Buf> e : s.buf().entrySet()) {
      look(from, "buf " + e.getKey(), java.look(from.java(), e.getKey(), e.getValue(), ""), true);
      for (String wrong : FIELDS) {
        String what = "buf " + e.getKey() + " with another " + wrong;
        look(from, what, java.look(from.java(), e.getKey(), e.getValue(), wrong), false);
      }
    }
    s.memory().forEach((space, bytes) -> bytes(from, space, bytes));
    for (long used = 0; used <= bounds.wordMax(); used += bounds.pageSize()) {
      look(from, used + " bytes locked", java.reads(from.java(), used), used == s.used());
    }
  }

  private void bytes(Node from, long space, String bytes) {
    for (int a = 0; a < bytes.length(); a++) {
      int is = Character.digit(bytes.charAt(a), 10);
      for (int value = 0; is >= 0 && value < 3; value++) {
        String what = "byte " + a + " of " + space + " is " + value;
        look(from, what, java.finds(from.java(), space, a, value), value == is);
      }
    }
  }

  private void look(Node from, String what, Answer answer, boolean right) {
    if (answer instanceof Answer.Next != right) {
      say(from, "a look: " + what, right ? "has it so" : "has it otherwise", Words.answer(answer));
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
