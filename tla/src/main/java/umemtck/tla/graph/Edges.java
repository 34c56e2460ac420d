package umemtck.tla.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The edges of a graph, by number and by state. */
public final class Edges {
  private final Graph graph;
  private final List<Edge> all = new ArrayList<>();
  private final List<List<Edge>> from = new ArrayList<>();

  /** The edges of a graph, in canonical order. */
  public Edges(Graph graph) {
    this.graph = graph;
    for (int i = 0; i < graph.states().size(); i++) {
      List<Edge> leaving = new ArrayList<>();
      for (Map.Entry<Step, Integer> e : graph.steps().get(i).entrySet()) {
        leaving.add(new Edge(all.size() + leaving.size() + 1, i, e.getKey(), e.getValue()));
      }
      all.addAll(leaving);
      from.add(List.copyOf(leaving));
    }
  }

  /** The graph. */
  public Graph graph() {
    return graph;
  }

  /** How many there are. */
  public int size() {
    return all.size();
  }

  /** All, in order. */
  public List<Edge> all() {
    return List.copyOf(all);
  }

  /** Those that leave a state, in order. */
  public List<Edge> from(int state) {
    return from.get(state);
  }

  /** What an edge says, in the words of the DDI. */
  public String words(Edge e) {
    return Words.step(e.step());
  }
}
