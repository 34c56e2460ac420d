package umemtck.conformance.tour;

import java.util.List;
import java.util.Optional;
import umemtck.conformance.session.Bench;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.AllocBounds;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.LockBounds;

/** What must be known to walk a graph. */
interface Guidebook {
  /** What a subject must offer for an edge to be asked of it. */
  List<Feature> needs(Edge edge);

  /** Why no session can take an edge, whoever is judged; nothing if one can. */
  default Optional<String> never(Edge edge) {
    return Optional.empty();
  }

  /** The words for a fresh machine. */
  Phrases phrases();

  /** That of a graph; nothing if the graph is of the other profile. */
  static Optional<Guidebook> of(Graph graph, Bench bench) {
    if (graph.bounds() instanceof AllocBounds b) {
      return b.profile().equals(bench.profile().word())
          ? Optional.of(new AllocBook(graph, bench.declared()))
          : Optional.empty();
    }
    if (graph.bounds() instanceof LockBounds b) {
      return b.profile().equals(bench.profile().word())
          ? Optional.of(new LockBook(graph, bench.declared()))
          : Optional.empty();
    }
    if (graph.bounds() instanceof IoBounds) {
      return Optional.of(new IoBook(graph, bench.declared()));
    }
    DevmapBounds b = (DevmapBounds) graph.bounds();
    return b.profile().equals(bench.profile().word())
        ? Optional.of(new DevmapBook(graph, bench.declared()))
        : Optional.empty();
  }
}
