package umemtck.conformance.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.Verdict;
import umemtck.spec.SpecVersion;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/**
 * The conformance statement of a run: who was judged, by what, what he declares, and what was and
 * was not tested. What is not in it cannot be claimed.
 */
public final class Statement {
  private Statement() {}

  /** Its lines; the same for the same seed. */
  public static List<String> lines(Results r) {
    List<String> lines = new ArrayList<>();
    lines.add("Conformance statement");
    String subject = r.bench().subject().name() + " " + r.bench().subject().version();
    add(lines, "subject", subject);
    add(
        lines,
        "judged by",
        "umem-tck "
            + Kit.VERSION
            + ", plug-in interface "
            + SpecVersion.CURRENT
            + ", profile "
            + r.bench().profile().word()
            + ", seed "
            + r.settings().seed()
            + ", "
            + r.settings().tries()
            + " plans a facet");
    Declaration d = r.bench().declared();
    add(lines, "declares", points(d));
    add(lines, "offers", d.offers().isEmpty() ? "allocation alone" : names(d.offers()));
    Arrays.stream(Feature.values())
        .filter(f -> !d.offers(f))
        .collect(
            Collectors.groupingBy(
                f -> d.reasons().getOrDefault(f, "no reason is given"),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((why, features) -> add(lines, "without", names(features) + ": " + why));
    add(lines, "tested", counts(r, true));
    add(lines, "not tested", counts(r, false));
    add(lines, "conclusion", r.conclusion());
    return lines;
  }

  private static String points(Declaration d) {
    List<String> points = new ArrayList<>();
    points.add("pages of " + d.pageSize() + " bytes");
    points.add(d.capacity() < 0 ? "no capacity" : "a capacity of " + d.capacity() + " pages");
    d.overhead()
        .forEach((resource, more) -> points.add(more + " more " + resource + " an allocation"));
    if (d.window().pages() > 0) {
      points.add(
          "a window of " + d.window().pages() + " pages at " + CallText.pointer(d.window().base()));
      points.add("mappings " + names(d.mappings()));
    }
    return String.join("; ", points);
  }

  private static String counts(Results r, boolean tested) {
    Map<Verdict, Long> counts = new TreeMap<>();
    for (ClauseVerdict v : r.verdicts()) {
      if (isTested(v.verdict()) == tested) {
        counts.merge(v.verdict(), 1L, Long::sum);
      }
    }
    return counts.values().stream().mapToLong(n -> n).sum()
        + " of "
        + r.verdicts().size()
        + " clauses"
        + (counts.isEmpty() ? "" : ": ")
        + counts.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
  }

  private static boolean isTested(Verdict v) {
    return v == Verdict.PASS || v == Verdict.NOTED || v == Verdict.FAIL || v == Verdict.KNOWN;
  }

  private static String names(Iterable<? extends Enum<?>> of) {
    List<String> names = new ArrayList<>();
    of.forEach(e -> names.add(e.name()));
    return String.join(" ", names);
  }

  private static void add(List<String> lines, String label, String text) {
    List<String> wrapped = FailureText.wrapped("", text);
    for (String line : wrapped) {
      String head = line.equals(wrapped.get(0)) ? label : "";
      lines.add(String.format("  %-11s %s", head, line));
    }
  }
}
