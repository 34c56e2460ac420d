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
    areas.forEach((area, verdicts) -> area(console, area, verdicts));
  }

  private static void area(Console console, String area, List<ClauseVerdict> verdicts) {
    String common = common(verdicts);
    console.line("");
    if (common != null) {
      console.line(area + ": " + verdicts.size() + " clauses EXCLUDED, " + common);
      ids(console, verdicts);
      return;
    }
    console.line(area);
    List<ClauseVerdict> passedOver = new ArrayList<>();
    for (ClauseVerdict v : verdicts) {
      if (v.reason().equals(ClauseVerdict.NOT_SELECTED)) {
        passedOver.add(v);
      } else {
        clause(console, v);
      }
    }
    if (!passedOver.isEmpty()) {
      console.line("  EXCLUDED, " + ClauseVerdict.NOT_SELECTED + ":");
      ids(console, passedOver);
    }
  }

  private static void ids(Console console, List<ClauseVerdict> verdicts) {
    String ids = verdicts.stream().map(v -> v.clause().id()).collect(Collectors.joining(" "));
    FailureText.wrapped("  ", ids).forEach(console::line);
  }

  /** How much of the graphs was covered, in a line; none if no tour was wanted. */
  static void edges(Console console, Results r) {
    if (!r.toured().isEmpty()) {
      console.line("");
      console.line(EdgesLine.of(r.toured()));
    }
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

  /** Why nothing of an area is asked, or null. */
  private static String common(List<ClauseVerdict> verdicts) {
    if (verdicts.stream().anyMatch(v -> v.verdict() != Verdict.EXCLUDED)) {
      return null;
    }
    List<String> reasons = verdicts.stream().map(ClauseVerdict::reason).distinct().toList();
    if (reasons.contains(ClauseVerdict.NOT_SELECTED)) {
      return ClauseVerdict.NOT_SELECTED;
    }
    return reasons.size() == 1 ? reasons.get(0) : null;
  }
}
