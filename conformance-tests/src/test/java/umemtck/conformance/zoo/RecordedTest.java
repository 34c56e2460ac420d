package umemtck.conformance.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSubject;

/** Where the contract leaves a choice, the verdict says what the subject chose. */
class RecordedTest {
  @Test
  void whetherWhoAsksForTheImpossibleWaits() {
    String open = "sleep: left open, nothing corrupt was seen; ";
    says("ALLOC.impossible-size", new ReferenceSubject(), open + "saw impossible-sleep-null");
    says(
        "ALLOC.impossible-size",
        Zoo.find("WaitsForTheImpossible").orElseThrow().subject().get(),
        open + "saw impossible-sleep-blocked");
  }

  @Test
  void whetherAnythingWasPagedOut() {
    says("ALLOC.pageable", new ReferenceSubject(), "pages-out: saw paged-out");
    says(
        "ALLOC.pageable",
        Zoo.find("NeverPagesOut").orElseThrow().subject().get(),
        "pages-out: never saw paged-out");
  }

  private static void says(String clause, UmemSubject subject, String reason) {
    RunSettings settings = RunSettings.of(7).withTries(30).only(clause::equals);
    ClauseVerdict v =
        Suite.run(
                new Bench(subject, Profile.DOCUMENTED),
                Catalogue.load(),
                settings,
                KnownIssues.NONE,
                Suite.Progress.SILENT)
            .verdicts()
            .stream()
            .filter(c -> c.clause().id().equals(clause))
            .findFirst()
            .orElseThrow();
    assertEquals(reason, v.reason());
  }
}
