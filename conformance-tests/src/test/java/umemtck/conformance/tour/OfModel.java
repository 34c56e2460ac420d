package umemtck.conformance.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Led;
import umemtck.conformance.session.Trial;
import umemtck.reference.model.Breach;
import umemtck.tla.Graphs;
import umemtck.tla.ModelTable;
import umemtck.tla.graph.Graph;

/** The tour of one model, and what was broken in it. */
record OfModel(Toured toured, List<Led> led) {
  static OfModel tour(String model, Bench bench) {
    return tour(graph(model), bench);
  }

  static OfModel tour(Graph graph, Bench bench) {
    List<Led> led = new ArrayList<>();
    Tours tours = new Tours(bench, 1, (walk, seed) -> led.add(walk));
    return new OfModel(tours.one(graph, Guidebook.of(graph, bench).orElseThrow()), led);
  }

  static Graph graph(String model) {
    try {
      return Graphs.committed(ModelTable.load().model("ci/" + model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The facets that were broken, each once, in order. */
  List<String> broken() {
    return led.stream()
        .map(l -> l.trial().end())
        .filter(Trial.Broken.class::isInstance)
        .map(end -> ((Trial.Broken) end).breaches().get(0))
        .map(Breach::facet)
        .distinct()
        .toList();
  }
}
