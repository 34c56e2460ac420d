package umemtck.conformance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import umemtck.conformance.report.FailureText;
import umemtck.conformance.report.Kit;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.Verdict;

/**
 * All clauses of a run with their verdicts, for the terminal. No times: the same for the same seed.
 */
final class VerdictTable {
  private static final Map<Verdict, String> STYLE =
      Map.of(
          Verdict.FAIL, "bold,red",
          Verdict.UNRESOLVED, "bold,magenta",
          Verdict.UNTESTED, "bold,yellow",
          Verdict.KNOWN, "yellow",
          Verdict.NOTED, "cyan",
          Verdict.PASS, "green",
          Verdict.UNSUPPORTED, "faint",
          Verdict.EXCLUDED, "faint");

  private VerdictTable() {}

  static void head(Console console, Results r) {
    console.line(
        "umem-tck "
            + Kit.VERSION
            + ": subject "
            + r.bench().subject().name()
            + " "
            + r.bench().subject().version()
            + ", profile "
            + r.bench().profile().word()
            + ", seed "
            + r.settings().seed()
            + ", "
            + r.settings().tries()
            + " plans a facet");
  }

  static void clauses(Console console, Results r) {
    Map<String, List<ClauseVerdict>> areas = new java.util.LinkedHashMap<>();
    for (ClauseVerdict v : r.verdicts()) {
      areas.computeIfAbsent(v.clause().area(), a -> new ArrayList<>()).add(v);
    }
    areas.forEach(
        (area, verdicts) -> {
          String common = common(verdicts);
          console.line("");
          if (common != null) {
            console.line(area + ": " + verdicts.size() + " clauses EXCLUDED, " + common);
            String ids =
                verdicts.stream().map(v -> v.clause().id()).collect(Collectors.joining(" "));
            FailureText.wrapped("  ", ids).forEach(console::line);
          } else {
            console.line(area);
            verdicts.forEach(v -> clause(console, v));
          }
        });
  }

  static void sum(Console console, Results r) {
    Map<Verdict, Long> counts = new TreeMap<>();
    for (Verdict v : Verdict.values()) {
      if (r.has(v)) {
        counts.put(v, r.count(v));
      }
    }
    console.line("");
    console.line(
        counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "))
            + "; "
            + r.calls()
            + " judged calls");
  }

  private static void clause(Console console, ClauseVerdict v) {
    String word = String.format("%-11s", v.verdict());
    String tried = v.tried() == 0 ? "" : v.tried() + " tried";
    String line =
        String.format(
            "  %s %-31s %-11s %s",
            console.styled(STYLE.get(v.verdict()), word), v.clause().id(), tried, v.reason());
    console.line(line.stripTrailing());
  }

  /** The reason of an area of which nothing is asked, or null. */
  private static String common(List<ClauseVerdict> verdicts) {
    String reason = verdicts.get(0).reason();
    return verdicts.stream()
            .allMatch(v -> v.verdict() == Verdict.EXCLUDED && v.reason().equals(reason))
        ? reason
        : null;
  }
}
