package umemtck.conformance.suite;

import java.util.List;
import java.util.Optional;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.reference.model.Breach;

/** The verdicts of one plan that was carried out again. */
final class Replay {
  private Replay() {}

  static Results results(
      Bench bench, Catalogue catalogue, String facet, Plan plan, long seed, Trial trial) {
    List<ClauseVerdict> verdicts =
        catalogue.clauses().stream()
            .map(c -> verdict(bench, catalogue, c, facet, plan, seed, trial))
            .toList();
    return new Results(
        bench,
        RunSettings.of(seed).withTries(1),
        verdicts,
        trial.calls(),
        List.of(),
        Optional.empty());
  }

  private static ClauseVerdict verdict(
      Bench bench, Catalogue catalogue, Clause c, String facet, Plan plan, long seed, Trial trial) {
    String asked = catalogue.facet(facet).clause();
    if (trial.end() instanceof Trial.Broken broken) {
      for (Breach b : broken.breaches()) {
        if (b.clause().equals(c.id())) {
          boolean must = bench.binds(b);
          String name = b.facet().substring(c.id().length() + 1);
          String reason = name + ": expected " + b.expected();
          return new ClauseVerdict(
              c,
              must ? Verdict.FAIL : Verdict.NOTED,
              reason,
              1,
              Optional.of(new Finding(b, plan, seed, trial, true)),
              must ? List.of(reason) : List.of());
        }
      }
    }
    if (!c.id().equals(asked)) {
      return ClauseVerdict.of(c, Verdict.EXCLUDED, ClauseVerdict.NOT_SELECTED, 0);
    }
    if (trial.end() instanceof Trial.Fault fault) {
      return new ClauseVerdict(
          c,
          Verdict.UNRESOLVED,
          fault.text(),
          1,
          Optional.of(new Lost(catalogue.facet(facet).id(), fault, plan, seed, trial)),
          List.of());
    }
    return trial.end() instanceof Trial.Sound
        ? ClauseVerdict.of(c, Verdict.PASS, "", 1)
        : ClauseVerdict.of(c, Verdict.EXCLUDED, "another clause was broken first", 0);
  }
}
