package umemtck.conformance.suite;

import java.util.List;
import umemtck.conformance.Faulty;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.reference.model.Breach;
import umemtck.spec.Profile;
import umemtck.spec.ddi.History;
import umemtck.spec.subject.UmemSubject;

/** Runs with made-up records, for the juries. */
final class Runs {
  static final Catalogue CATALOGUE = Catalogue.load();

  private Runs() {}

  static Run of(UmemSubject subject, Profile profile) {
    return new Run(new Bench(subject, profile), CATALOGUE, RunSettings.of(1));
  }

  static Run documented() {
    return of(Faulty.none(), Profile.DOCUMENTED);
  }

  static Run illumos() {
    return of(Faulty.none(), Profile.ILLUMOS);
  }

  /** A record as if every try had put the facet to the test, and it held. */
  static FacetRecord held(Run run, String facet) {
    FacetRecord r = run.record(facet);
    r.tries = 10;
    r.exercised = 8;
    r.seen.addAll(run.needed(CATALOGUE.facet(facet)));
    return r;
  }

  static Finding finding(String facet, String expected) {
    Breach b = new Breach(facet, expected);
    return new Finding(
        b,
        new Plan(java.util.Map.of(), false, List.of()),
        1,
        new Trial(new History(List.of()), new Trial.Broken(List.of(b)), java.util.Set.of(), 1, -1),
        true);
  }

  static ClauseVerdict verdict(List<ClauseVerdict> all, String clause) {
    return all.stream().filter(v -> v.clause().id().equals(clause)).findFirst().orElseThrow();
  }
}
