package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.conformance.Golden;
import umemtck.conformance.report.FailureText;
import umemtck.conformance.session.Bench;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;

/**
 * The reference kernel takes every edge of the graphs but those in a list, each with its reason.
 */
final class ReferenceCoverTest {
  @ParameterizedTest
  @EnumSource(Profile.class)
  void every_edge_but_these(Profile profile) {
    Bench bench = new Bench(new ReferenceSubject(KernelOptions.of(profile)), profile);
    List<String> lines = new ArrayList<>();
    new Tours(bench, 1, (led, seed) -> {}).all(name -> {}, toured -> list(toured, lines));
    Golden.holds("edges-" + profile.word() + ".txt", String.join("\n", lines) + "\n");
  }

  private static void list(Toured t, List<String> lines) {
    lines.add(t.model() + ": " + t.covered() + " of " + t.known());
    Map<String, List<Integer>> byReason = new TreeMap<>();
    for (Toured.Exception e : t.exceptions()) {
      int n = Integer.parseInt(e.edge().substring(e.edge().indexOf('/') + 1));
      byReason.computeIfAbsent(e.reason(), r -> new ArrayList<>()).add(n);
    }
    byReason.forEach(
        (reason, edges) -> {
          lines.add("  " + edges.size() + ": " + reason);
          lines.addAll(FailureText.wrapped("    ", ranges(edges)));
        });
  }

  /** Ascending numbers, those in a row as {@code first-last}. */
  private static String ranges(List<Integer> numbers) {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      int first = numbers.get(i);
      while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) {
        i++;
      }
      ranges.add(first == numbers.get(i) ? "" + first : first + "-" + numbers.get(i));
    }
    return String.join(" ", ranges);
  }
}
