package umemtck.tla.equivalence;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.IoState;
import umemtck.tla.graph.Step;

/**
 * A graph of bufs as a caller sees it. Whether a call met a shortage, when it could as well not
 * have, is left out: one step may lead to several states.
 */
final class IoLabels {
  static final String SETUP = "UmemIosetup";
  static final String NULL = "UmemIosetupRefused";
  static final String STRATEGY = "Strategy";

  private final Graph graph;

  IoLabels(Graph graph) {
    this.graph = graph;
  }

  IoState state(int n) {
    return (IoState) graph.states().get(n);
  }

  /** A step without what nobody can see. */
  static Step seen(Step s) {
    boolean setup = s.action().equals(SETUP) || s.action().equals(NULL);
    List<String> args = s.args();
    return setup ? new Step(s.action(), args.subList(0, args.size() - 1)) : s;
  }

  /** All that can be seen from some states that look alike, and where it leads. */
  SortedMap<Step, Set<Integer>> from(Set<Integer> states) {
    SortedMap<Step, Set<Integer>> all = new TreeMap<>();
    for (int n : states) {
      graph
          .steps()
          .get(n)
          .forEach((s, to) -> all.computeIfAbsent(seen(s), x -> new TreeSet<>()).add(to));
    }
    return all;
  }
}
