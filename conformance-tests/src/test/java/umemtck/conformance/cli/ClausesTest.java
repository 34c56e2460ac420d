package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.conformance.Golden;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.cli.Cli.Ran;
import umemtck.conformance.matrix.Layer;
import umemtck.conformance.matrix.Matrix;

/** Clauses and layers as people read them; that no hole is without a reason, MatrixTest says. */
final class ClausesTest {
  private static final Pattern ROW = Pattern.compile("[A-Z]+\\.[a-z0-9-]+ +[A-Z]+ .*");

  @Test
  void every_clause_has_a_row_and_every_line_fits() {
    List<String> lines = Cli.run("clauses").out().lines().toList();
    assertEquals(Catalogue.load().clauses().size(), lines.stream().filter(this::isRow).count());
    assertEquals(List.of(), lines.stream().filter(l -> l.length() > 100).toList());
    assertEquals(
        Set.of(9),
        lines.stream()
            .filter(this::isRow)
            .map(l -> l.split(" +").length)
            .collect(Collectors.toSet()),
        "cells in a row");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ALLOC", "UNLOCK COOKIE"})
  void every_mark_has_its_reason_and_every_reason_its_mark(String areas) {
    String[] args = ("clauses " + areas).strip().split(" ");
    List<String> lines = Cli.run(args).out().lines().toList();
    Set<String> marks = new TreeSet<>();
    Set<String> reasons = new TreeSet<>();
    for (String line : lines) {
      Pattern.compile(isRow(line) ? "-(\\[\\d+])" : "^(\\[\\d+]) ")
          .matcher(line)
          .results()
          .forEach(m -> (isRow(line) ? marks : reasons).add(m.group(1)));
    }
    assertEquals(marks, reasons);
    assertFalse(marks.isEmpty());
  }

  @Test
  void an_area_alone_is_printed_as_it_was_agreed() {
    Golden.holds("clauses.txt", Cli.run("clauses", "UNLOCK").out());
  }

  @Test
  void a_terminal_shows_the_same_words() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new MatrixTable(new Console(out, out, true), Matrix.load())
        .print(List.copyOf(Catalogue.load().clauses()));
    String text = bytes.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;]*m", "");
    assertEquals(Cli.run("clauses").out(), text);
  }

  @Test
  void help_says_what_each_column_means() {
    String help = Cli.run("clauses", "--help").out();
    assertTrue(help.lines().allMatch(l -> l.length() <= 80), help);
    for (Layer layer : Layer.values()) {
      assertTrue(help.contains("\n  " + layer.heading() + " "), help);
    }
  }

  @Test
  void explain_names_who_has_a_clause_and_why_the_others_do_not() {
    String has = Cli.run("explain", "ALLOC.round-up").out();
    assertTrue(has.contains("\n  TLA+        DevmapState, "), has);
    assertTrue(has.contains("\n  kernel      documented, illumos\n"), has);
    Ran lacks = Cli.run("explain", "SHARED.unknown-model");
    assertEquals(0, lacks.status());
    assertTrue(lacks.out().contains("\n  model       none: The model has the two"), lacks.out());
    assertTrue(lacks.out().contains("\n  kernel      none: model-only, as above\n"), lacks.out());
    assertTrue(lacks.out().contains("\n  zoo         none, for the same reason\n"), lacks.out());
    assertTrue(lacks.out().contains("a duty of the implementation"), lacks.out());
  }

  private boolean isRow(String line) {
    return ROW.matcher(line).matches();
  }
}
