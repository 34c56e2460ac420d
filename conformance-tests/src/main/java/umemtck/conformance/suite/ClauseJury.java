package umemtck.conformance.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.catalogue.Facet;
import umemtck.spec.Strength;

/** Says of each of the clauses what its facets amount to: the worst counts. */
final class ClauseJury {
  private final Run run;
  private final FacetJury facets;

  ClauseJury(Run run, String givenUp) {
    this.run = run;
    facets = new FacetJury(run, givenUp);
  }

  List<ClauseVerdict> all() {
    return run.catalogue().clauses().stream().map(this::on).toList();
  }

  private ClauseVerdict on(Clause c) {
    String excluded = excluded(c);
    if (excluded != null) {
      return ClauseVerdict.of(c, Verdict.EXCLUDED, excluded, 0);
    }
    List<ClauseVerdict> verdicts = new ArrayList<>();
    for (Facet f : c.facets()) {
      if (run.strength(f) != Strength.ABSENT && isTold(f)) {
        verdicts.add(facets.on(c, f));
      }
    }
    List<ClauseVerdict> asked =
        verdicts.stream()
            .filter(v -> v.verdict() != Verdict.EXCLUDED && v.verdict() != Verdict.UNSUPPORTED)
            .toList();
    ClauseVerdict worst = worst(asked.isEmpty() ? verdicts : asked);
    int tried = verdicts.stream().mapToInt(ClauseVerdict::tried).sum();
    List<String> failures = verdicts.stream().flatMap(v -> v.failures().stream()).toList();
    String reason = reason(worst.verdict(), asked.isEmpty() ? verdicts : asked);
    return new ClauseVerdict(c, worst.verdict(), reason, tried, worst.finding(), failures);
  }

  private static ClauseVerdict worst(List<ClauseVerdict> verdicts) {
    return verdicts.stream().min(Comparator.comparing(ClauseVerdict::verdict)).orElseThrow();
  }

  /**
   * The first reason for a verdict: of several facets that passed perhaps one has something to say.
   */
  private static String reason(Verdict verdict, List<ClauseVerdict> verdicts) {
    return verdicts.stream()
        .filter(v -> v.verdict() == verdict && !v.reason().isEmpty())
        .map(ClauseVerdict::reason)
        .findFirst()
        .orElse("");
  }

  /** Why a clause is not asked at all, or null. */
  private String excluded(Clause c) {
    if (!c.tested()) {
      return c.testability() + ": " + c.reason();
    }
    if (c.strength().get(run.bench().profile()) == Strength.ABSENT) {
      return "other profile: not part of " + run.bench().profile().word();
    }
    return c.facets().stream().anyMatch(this::isTold) ? null : ClauseVerdict.NOT_SELECTED;
  }

  /**
   * Whether there is a verdict on a facet: it was asked, or a tour, or calls that overlapped, have
   * broken it, which is never kept back.
   */
  private boolean isTold(Facet f) {
    Finding found = run.record(f.id()).finding;
    return run.settings().selected().test(f)
        || (found != null && (run.settings().tours() || Schedules.overlaps(found.plan())));
  }
}
