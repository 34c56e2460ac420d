package umemtck.tla.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All mutants that there are now, and what is known of each. */
final class MutantRows {
  private final Map<String, Mutant> mutants = new LinkedHashMap<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** Takes over what is known of a mutant, if it is still the same. */
  MutantRows(List<Found> found, List<Row> known) {
    Map<String, Row> before = new TreeMap<>();
    known.forEach(r -> before.put(r.id(), r));
    for (Found f : found) {
      for (Mutant m : f.mutants()) {
        Row row = before.get(m.id());
        mutants.put(m.id(), m);
        rows.put(m.id(), row != null && row.isOf(m) ? row : Row.without(m, Row.NOT_RUN));
      }
    }
  }

  List<Mutant> mutants() {
    return List.copyOf(mutants.values());
  }

  void put(Row row) {
    rows.put(row.id(), row);
  }

  List<Row> all() {
    return List.copyOf(rows.values());
  }

  /** What is wrong with the rows of these mutants, and with the reasons for what survives. */
  List<String> wrong(List<Survivor> reasons, List<Mutant> of) {
    Set<String> ids = of.stream().map(Mutant::id).collect(Collectors.toCollection(TreeSet::new));
    Set<String> explained = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    for (Survivor s : reasons) {
      explained.add(s.id());
      Row row = rows.get(s.id());
      if (row == null) {
        wrong.add(s.id() + " has a reason to survive, and is no mutant");
      } else if (ids.contains(s.id()) && !row.survives()) {
        wrong.add(s.id() + " has a reason to survive, and is " + row.verdict());
      }
    }
    for (Row row : rows.values()) {
      if (ids.contains(row.id()) && row.survives() && !explained.contains(row.id())) {
        wrong.add(row.id() + " survives: add a check that kills it, or the reason why none can");
      }
    }
    return wrong;
  }

  /** How many each layer sees, of these. */
  String summary(List<Mutant> of) {
    Map<String, Integer> verdicts = new TreeMap<>();
    Map<String, int[]> layers = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      layers.put(layer.word(), new int[5]);
    }
    for (Mutant m : of) {
      Row row = rows.get(m.id());
      verdicts.merge(row.verdict(), 1, Integer::sum);
      Set<String> killers =
          Layer.killers().stream()
              .map(Layer::word)
              .filter(row.sees()::containsKey)
              .collect(Collectors.toSet());
      row.sees().keySet().forEach(l -> layers.get(l)[0]++);
      row.misses().forEach(l -> layers.get(l)[1]++);
      row.notAsked().forEach(l -> layers.get(l)[3]++);
      row.partly().forEach(l -> layers.get(l)[2]++);
      if (killers.size() == 1) {
        layers.get(killers.iterator().next())[4]++;
      }
    }
    StringBuilder text = new StringBuilder(of.size() + " mutants: " + verdicts + "\n");
    text.append("layer         sees   misses   partly   not asked   alone\n");
    layers.forEach(
        (l, n) ->
            text.append("%-12s %5d %8d %8d %11d %7d%n".formatted(l, n[0], n[1], n[2], n[3], n[4])));
    return text.toString();
  }
}
