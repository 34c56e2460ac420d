package umemtck.conformance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.Golden;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Verdict;
import umemtck.spec.Profile;

/** The line of each verdict, the sum and the last line, as the terminal shows them. */
final class VerdictLinesTest {
  private static final Catalogue CATALOGUE = Catalogue.load();

  @Test
  void every_verdict_has_its_line() {
    List<ClauseVerdict> all = new ArrayList<>();
    all.add(of("ALLOC.round-up", Verdict.PASS, "", 1500));
    all.add(of("ALLOC.page-aligned", Verdict.FAIL, "address: expected a multiple of 64", 3));
    all.add(of("ALLOC.zero-filled", Verdict.KNOWN, "zero page is lazy (https://bugs/1)", 12));
    all.add(
        of(
            "ALLOC.sleep-succeeds",
            Verdict.UNRESOLVED,
            "woken: every try was cut short, the last by ALLOC.disjoint/live",
            0));
    all.add(
        of("ALLOC.default-locked", Verdict.UNTESTED, "resident: never saw pressure-on-locked", 0));
    all.add(of("ALLOC.trash", Verdict.NOTED, "answer: not met, expected NULL, with the cookie", 9));
    all.add(of("ALLOC.context", Verdict.UNSUPPORTED, "sleep-kernel: user-level port", 0));
    all.add(of("ALLOC.suspend", Verdict.EXCLUDED, "untestable: needs a suspend", 0));
    for (Clause c : CATALOGUE.clauses()) {
      if (c.area().equals("REMAP")) {
        all.add(ClauseVerdict.of(c, Verdict.EXCLUDED, ClauseVerdict.NOT_SELECTED, 0));
      }
    }
    Results r =
        new Results(
            new Bench(Faulty.none(), Profile.DOCUMENTED),
            RunSettings.of(7),
            all,
            12345,
            List.of("known issue ALLOC.disjoint is stale: it did not fail, it is PASS"),
            Optional.empty());
    Golden.holds(
        "verdict-lines.txt",
        Cli.captured(
                () -> {
                  VerdictTable.head(Console.ofProcess(), r);
                  VerdictTable.clauses(Console.ofProcess(), r);
                  VerdictTable.sum(Console.ofProcess(), r);
                  return 0;
                })
            .out());
  }

  private static ClauseVerdict of(String clause, Verdict verdict, String reason, int tried) {
    return ClauseVerdict.of(CATALOGUE.clause(clause).orElseThrow(), verdict, reason, tried);
  }
}
