package umemtck.conformance.tour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Edges;

/** Which edges of a graph a subject was seen to take, and why others were not taken. */
public final class Cover {
  /** How often an edge is asked for in vain before it is given up. */
  private static final int MISSES = 4;

  private final Edges edges;
  private final BitSet covered = new BitSet();
  private final int[] misses;
  private final String[] why;
  private int unsupported;
  private int known;

  /** Nothing is covered yet. */
  Cover(Edges edges) {
    this.edges = edges;
    misses = new int[edges.size()];
    why = new String[edges.size()];
  }

  /** The edges that there are. */
  public Edges edges() {
    return edges;
  }

  /** How many were taken. */
  public int covered() {
    return covered.cardinality();
  }

  /** Whether an edge was taken. */
  public boolean has(Edge e) {
    return covered.get(e.n() - 1);
  }

  /** Why an edge was not taken; null if nothing is known. */
  public String why(Edge e) {
    return why[e.n() - 1];
  }

  void took(Edge e) {
    known += has(e) ? 0 : 1;
    covered.set(e.n() - 1);
  }

  /** Grows with everything that is found out. */
  int known() {
    return known;
  }

  /** An edge was asked for, and something else came. */
  void missed(Edge e, String reason) {
    known++;
    if (++misses[e.n() - 1] >= MISSES) {
      giveUp(e, reason);
    }
  }

  /** An edge is never asked for: the subject lacks what it needs. */
  void unsupported(Edge e, String reason) {
    giveUp(e, reason);
    unsupported++;
  }

  /** How many edges need what the subject does not offer. */
  public int unsupported() {
    return unsupported;
  }

  /** An edge is not asked for any more. */
  void giveUp(Edge e, String reason) {
    known++;
    misses[e.n() - 1] = MISSES;
    if (why[e.n() - 1] == null) {
      why[e.n() - 1] = reason;
    }
  }

  /** Whether an edge is still to be taken. */
  boolean open(Edge e) {
    return !has(e) && misses[e.n() - 1] < MISSES;
  }

  /** Whether an edge was taken, and is taken again when it is asked for. */
  private boolean sure(Edge e) {
    return has(e) && misses[e.n() - 1] < MISSES;
  }

  /**
   * The shortest way to an edge that is still to be taken, that edge last; empty for none.
   *
   * @param but numbers of edges that are not to be taken
   */
  List<Edge> wayToOpen(int state, BitSet but) {
    int states = edges.graph().states().size();
    Edge[] into = new Edge[states];
    boolean[] met = new boolean[states];
    Deque<Integer> next = new ArrayDeque<>(List.of(state));
    met[state] = true;
    while (!next.isEmpty()) {
      int at = next.remove();
      for (Edge e : edges.from(at)) {
        if (open(e) && !but.get(e.n())) {
          return way(into, state, e);
        }
        if (sure(e) && !but.get(e.n()) && !met[e.to()]) {
          met[e.to()] = true;
          into[e.to()] = e;
          next.add(e.to());
        }
      }
    }
    return List.of();
  }

  private static List<Edge> way(Edge[] into, int from, Edge last) {
    List<Edge> way = new ArrayList<>(List.of(last));
    for (int at = last.from(); at != from; at = into[at].from()) {
      way.add(0, into[at]);
    }
    return way;
  }

  /** All that are still open are not reached: says why. */
  void close(String reason) {
    edges.all().stream().filter(this::open).forEach(e -> giveUp(e, reason));
  }

  @Override
  public String toString() {
    return edges.graph().model() + ", " + covered() + " of " + edges.size() + " edges covered";
  }
}
