package umemtck.conformance.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;
import umemtck.spec.Profile;

/**
 * What is a quality in {@code documented} is noted there, and keeps nothing else from a verdict.
 */
class QualityTest {
  @Test
  void thatIsNotMetIsNotedAndNoMore() {
    Results results = judged("TrashGivesAnAddress", Profile.DOCUMENTED);
    assertEquals(Verdict.NOTED, verdict(results, "ALLOC.trash"));
    assertEquals(0, results.exit(), "a quality that is not met fails no run");
  }

  @Test
  void bindsInTheOtherProfile() {
    assertEquals(Verdict.FAIL, verdict(judged("TrashTakesAPage", Profile.ILLUMOS), "ALLOC.trash"));
  }

  private static Verdict verdict(Results results, String clause) {
    return results.verdicts().stream()
        .filter(v -> v.clause().id().equals(clause))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static Results judged(String name, Profile profile) {
    return Suite.run(
        new Bench(Zoo.find(name).orElseThrow().subject().get(), profile),
        Catalogue.load(),
        RunSettings.of(7).withTries(30),
        KnownIssues.NONE,
        Suite.Progress.SILENT);
  }
}
