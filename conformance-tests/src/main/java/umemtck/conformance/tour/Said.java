package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import umemtck.tla.graph.Edge;

/**
 * What was seen, in the words of a graph. What a caller sees as one may be several steps of the
 * graph in a row, or one of several such rows.
 *
 * @param rows the rows that it may be
 * @param taken told which it is taken for, so that names stand from then on
 */
record Said(List<List<Predicate<Edge>>> rows, Consumer<List<Edge>> taken) {
  static Said one(Predicate<Edge> edge, Consumer<Edge> taken) {
    return new Said(List.of(List.of(edge)), row -> taken.accept(row.get(0)));
  }

  static Said one(Predicate<Edge> edge) {
    return one(edge, e -> {});
  }

  static Said row(List<Predicate<Edge>> row) {
    return new Said(List.of(row), taken -> {});
  }

  /** The same, if the last edge of the row is so, too. */
  Said ending(Predicate<Edge> last) {
    return new Said(rows.stream().map(row -> ending(row, last)).toList(), taken);
  }

  private static List<Predicate<Edge>> ending(List<Predicate<Edge>> row, Predicate<Edge> last) {
    List<Predicate<Edge>> all = new ArrayList<>(row);
    all.set(row.size() - 1, row.get(row.size() - 1).and(last));
    return all;
  }
}
