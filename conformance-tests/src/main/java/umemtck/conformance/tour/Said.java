package umemtck.conformance.tour;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import umemtck.tla.graph.Edge;

/**
 * What was seen, in the words of a graph: one edge, or several in a row where the graph has several
 * steps for one call.
 *
 * @param edges which edges it may be, in a row
 * @param taken told which edges it is taken for, so that names stand from then on
 */
record Said(List<Predicate<Edge>> edges, Consumer<List<Edge>> taken) {
  static Said one(Predicate<Edge> edge, Consumer<Edge> taken) {
    return new Said(List.of(edge), all -> taken.accept(all.get(0)));
  }

  static Said one(Predicate<Edge> edge) {
    return one(edge, e -> {});
  }
}
