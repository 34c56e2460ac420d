package umemtck.conformance.suite;

import java.util.List;
import java.util.stream.Collectors;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.catalogue.Facet;
import umemtck.conformance.judge.Situation;
import umemtck.spec.Strength;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Feature;

/** Says of each facet what its record amounts to. */
final class FacetJury {
  private final Run run;
  private final String givenUp;

  /**
   * A jury.
   *
   * @param givenUp why the run was not finished, or null
   */
  FacetJury(Run run, String givenUp) {
    this.run = run;
    this.givenUp = givenUp;
  }

  /** The verdict on one facet; its reason is a sentence of its own. */
  ClauseVerdict on(Clause clause, Facet f) {
    FacetRecord r = run.record(f.id());
    if (r.finding != null) {
      String reason = f.name() + ": expected " + r.finding.breach().expected();
      return new ClauseVerdict(
          clause,
          Verdict.FAIL,
          reason,
          r.exercised,
          java.util.Optional.of(r.finding),
          java.util.List.of(reason));
    }
    Feature missing = run.missing(f);
    if (missing == Feature.CHECKED) {
      return verdict(
          clause, Verdict.EXCLUDED, "undefined, and the subject does not declare CHECKED", r);
    }
    if (missing != null) {
      return verdict(
          clause, Verdict.UNSUPPORTED, f.name() + ": " + run.bench().declared().reason(missing), r);
    }
    MappingKind kind = run.missingKind(f);
    if (kind != null) {
      String reason = f.name() + ": the subject does not declare memory of kind " + kind;
      return verdict(clause, Verdict.UNSUPPORTED, reason, r);
    }
    if (givenUp != null && !r.asked) {
      return verdict(clause, Verdict.UNRESOLVED, givenUp, r);
    }
    if (r.fault != null) {
      return new ClauseVerdict(
          clause,
          Verdict.UNRESOLVED,
          f.name() + ": " + r.fault,
          r.exercised,
          java.util.Optional.ofNullable(r.lost),
          java.util.List.of());
    }
    if (f.isOfOverlaps() && run.bench().subject().runsFreely()) {
      String reason =
          f.name()
              + ": calls that ran freely broke nothing in "
              + r.exercised
              + " tries that came to it, by chance: the subject does not declare STALLS";
      return verdict(clause, Verdict.UNSUPPORTED, reason, r);
    }
    String unseen = unseen(f, r);
    if (r.noted != null || (!unseen.isEmpty() && run.strength(f) != Strength.MUST)) {
      return open(clause, f, r); // What does not bind makes no run unresolved, and none weak.
    }
    if (!unseen.isEmpty() && r.unmet != null) {
      // What waits for a quality cannot be asked of a subject that does not have it.
      String reason = f.name() + ": never saw " + unseen + ": " + r.unmet + " is not met";
      return verdict(clause, Verdict.NOTED, reason + ", and does not bind", r);
    }
    if (r.exercised == 0 && r.cutShort > 0) {
      return verdict(
          clause,
          Verdict.UNRESOLVED,
          f.name() + ": every try that got there was cut short, the last by " + r.cutShortBy,
          r);
    }
    if (!unseen.isEmpty() && r.cutShort > 0) {
      return verdict(
          clause,
          Verdict.UNRESOLVED,
          f.name()
              + ": never saw "
              + unseen
              + ": tries were cut short, the last by "
              + r.cutShortBy,
          r);
    }
    if (!unseen.isEmpty()) {
      return verdict(clause, Verdict.UNTESTED, f.name() + ": never saw " + unseen, r);
    }
    if (r.exercised == 0 && run.strength(f) == Strength.MUST) {
      return verdict(clause, Verdict.UNTESTED, f.name() + ": no try got there", r);
    }
    return open(clause, f, r);
  }

  private ClauseVerdict open(Clause clause, Facet f, FacetRecord r) {
    if (r.noted != null) {
      return verdict(
          clause,
          Verdict.NOTED,
          f.name() + ": not met, expected " + r.noted.breach().expected(),
          r);
    }
    String unseen = unseen(f, r);
    if (!unseen.isEmpty()) {
      return verdict(
          clause, Verdict.NOTED, f.name() + ": does not bind, and never saw " + unseen, r);
    }
    return run.strength(f) == Strength.UNDEFINED
        ? verdict(
            clause,
            Verdict.NOTED,
            f.name() + ": left open, nothing corrupt was seen" + recorded("; ", f, r),
            r)
        : verdict(clause, Verdict.PASS, recorded(f.name() + ": ", f, r), r);
  }

  /** What the subject was seen to do where it has the choice; nothing if that is not recorded. */
  private static String recorded(String lead, Facet f, FacetRecord r) {
    if (f.records().isEmpty()) {
      return "";
    }
    List<Situation> came = f.records().stream().filter(r.seen::contains).toList();
    return lead + (came.isEmpty() ? "never saw " + words(f.records()) : "saw " + words(came));
  }

  private static String words(List<Situation> situations) {
    return situations.stream().map(Situation::word).collect(Collectors.joining(", "));
  }

  private String unseen(Facet f, FacetRecord r) {
    return words(run.needed(f).stream().filter(s -> !r.seen.contains(s)).toList());
  }

  private static ClauseVerdict verdict(Clause c, Verdict v, String reason, FacetRecord r) {
    return ClauseVerdict.of(c, v, reason, r.exercised);
  }
}
