package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import umemtck.conformance.catalogue.Clause;

/** The exit status of a run: of several reasons 1, then 4, then 5. */
final class ResultsTest {
  static Stream<Arguments> table() {
    return Stream.of(
        row(0, "", Verdict.PASS),
        row(0, "", Verdict.PASS, Verdict.NOTED, Verdict.UNSUPPORTED, Verdict.EXCLUDED),
        row(0, "", Verdict.KNOWN),
        row(0, "", Verdict.NOTED),
        row(1, "", Verdict.PASS, Verdict.FAIL),
        row(1, "", Verdict.FAIL, Verdict.UNRESOLVED, Verdict.UNTESTED),
        row(1, "stale", Verdict.FAIL),
        row(4, "", Verdict.PASS, Verdict.UNRESOLVED),
        row(4, "stale", Verdict.UNRESOLVED, Verdict.UNTESTED),
        row(5, "", Verdict.PASS, Verdict.UNTESTED),
        row(5, "stale", Verdict.PASS),
        row(5, "stale", Verdict.KNOWN),
        row(5, "", Verdict.EXCLUDED),
        row(5, "", Verdict.UNSUPPORTED, Verdict.EXCLUDED));
  }

  @ParameterizedTest
  @MethodSource("table")
  void exit(int status, List<String> trouble, List<Verdict> verdicts) {
    List<ClauseVerdict> all = new ArrayList<>();
    Clause any = Runs.CATALOGUE.clauses().iterator().next();
    verdicts.forEach(v -> all.add(ClauseVerdict.of(any, v, "", 1)));
    assertEquals(
        status, new Results(null, RunSettings.of(1), all, 0, trouble, Optional.empty()).exit());
  }

  private static Arguments row(int status, String trouble, Verdict... verdicts) {
    return Arguments.of(
        status, trouble.isEmpty() ? List.of() : List.of(trouble), List.of(verdicts));
  }
}
