package umemtck.conformance.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.matrix.Cell;
import umemtck.conformance.matrix.Layer;
import umemtck.conformance.matrix.Matrix;
import umemtck.conformance.report.FailureText;
import umemtck.spec.Profile;

/** Clauses and layers, for the terminal; below them the reason for each hole, once. */
final class MatrixTable {
  private static final int[] WIDTHS = {32, 10, 11, 10, 6, 6, 8, 11, 0};
  private static final String UNEXPLAINED = "-[?]";

  private final Console console;
  private final Matrix matrix;

  /** Each reason, numbered in this order, with the clauses that need it. */
  private final Map<String, Set<String>> reasons = new LinkedHashMap<>();

  private final Map<Layer, Integer> filled = new EnumMap<>(Layer.class);
  private int unexplained;

  MatrixTable(Console console, Matrix matrix) {
    this.console = console;
    this.matrix = matrix;
  }

  /** How many holes nobody gives a reason for: a fault of the kit. */
  int unexplained() {
    return unexplained;
  }

  void print(List<Clause> clauses) {
    Stream<String> layers = Stream.of(Layer.values()).map(Layer::heading);
    List<String> head =
        Stream.concat(Stream.of("CLAUSE", "LEVEL", "DOCUMENTED", "ILLUMOS"), layers).toList();
    console.line(line(head.stream().map(h -> new Word(h, "bold")).toList()));
    clauses.forEach(c -> console.line(line(row(c))));
    footnotes();
    sum(clauses);
  }

  /** A cell's text, and how it looks where there are colours; in no style if that is empty. */
  private record Word(String text, String style) {}

  private List<Word> row(Clause c) {
    List<Word> row = new ArrayList<>();
    row.add(new Word(c.id(), ""));
    row.add(new Word(c.level(), ""));
    row.add(new Word(c.strength().get(Profile.DOCUMENTED).word(), ""));
    row.add(new Word(c.strength().get(Profile.ILLUMOS).word(), ""));
    for (Layer layer : Layer.values()) {
      row.add(cell(c, layer, matrix.cell(c, layer)));
    }
    return row;
  }

  private Word cell(Clause c, Layer layer, Cell cell) {
    if (cell.isUnexplained()) {
      unexplained++;
      return new Word(UNEXPLAINED, "bold,red");
    }
    if (cell.isHole()) {
      String why = cell.why().orElseThrow();
      reasons.computeIfAbsent(why, r -> new LinkedHashSet<>()).add(c.id());
      return new Word("-[" + (List.copyOf(reasons.keySet()).indexOf(why) + 1) + "]", "faint");
    }
    filled.merge(layer, 1, Integer::sum);
    List<String> names = cell.names();
    boolean profiles = layer == Layer.KERNEL;
    String everywhere = names.size() == Profile.values().length ? "x" : names.get(0);
    return new Word(profiles ? everywhere : String.valueOf(names.size()), "");
  }

  private String line(List<Word> words) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      Word w = words.get(i);
      line.append(w.style().isEmpty() ? w.text() : console.styled(w.style(), w.text()));
      line.append(" ".repeat(Math.max(0, WIDTHS[i] - w.text().length())));
    }
    return line.toString();
  }

  private void footnotes() {
    int n = 0;
    for (Map.Entry<String, Set<String>> reason : reasons.entrySet()) {
      if (n == 0) {
        console.line("");
      }
      Set<String> of = reason.getValue();
      String whose = of.size() == 1 ? of.iterator().next() : of.size() + " clauses";
      String mark = String.format("%-5s", "[" + ++n + "]");
      String margin = " ".repeat(mark.length());
      List<String> lines = FailureText.wrapped(margin, whose + ": " + reason.getKey());
      console.line(mark + lines.get(0).substring(margin.length()));
      lines.stream().skip(1).forEach(console::line);
    }
  }

  private void sum(List<Clause> clauses) {
    String layers =
        Stream.of(Layer.values())
            .map(l -> l.word() + " " + filled.getOrDefault(l, 0))
            .collect(Collectors.joining(", "));
    console.line("");
    console.line(clauses.size() + " clauses: " + layers);
    console.line(
        unexplained == 0
            ? "every hole has its reason"
            : "no reason is known for "
                + unexplained
                + " holes: a fault of the kit, please report it (exit "
                + Main.KIT
                + ")");
  }
}
