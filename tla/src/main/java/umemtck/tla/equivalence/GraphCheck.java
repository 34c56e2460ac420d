package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.LockBounds;

/** Compares any graph with the Java model. */
public final class GraphCheck {
  private GraphCheck() {}

  /** Where they differ, in words; empty if they say the same. */
  public static List<String> differences(Graph graph) {
    if (graph.bounds() instanceof IoBounds) {
      List<String> all = new ArrayList<>();
      for (Profile profile : Profile.values()) {
        all.addAll(new IoGraphAgainstModel(graph, profile).differences());
      }
      return all;
    }
    if (graph.bounds() instanceof DevmapBounds) {
      return new DevmapGraphAgainstModel(graph).differences();
    }
    return graph.bounds() instanceof LockBounds
        ? new LockGraphAgainstModel(graph).differences()
        : new GraphAgainstModel(graph).differences();
  }
}
