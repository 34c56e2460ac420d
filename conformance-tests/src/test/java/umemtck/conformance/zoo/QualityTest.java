package umemtck.conformance.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  /** A page that TRASH took is not one that a sleeper took: nothing else may be blamed for it. */
  @ParameterizedTest
  @ValueSource(longs = {2, 7, 11, 23, 41})
  void blamesNobodyElse(long seed) {
    Results results = judged("TrashTakesAPage", Profile.DOCUMENTED, seed);
    assertEquals(Verdict.NOTED, verdict(results, "ALLOC.trash"));
    assertEquals(0, results.exit(), () -> "blamed: " + blamed(results));
  }

  /**
   * Who unmaps what is locked is in no state of the model behind it: that his unlock was never done
   * is what another explanation makes of it, and not so.
   */
  @ParameterizedTest
  @ValueSource(longs = {3, 8})
  void blamesNobodyForWhatFollows(long seed) {
    Results results = judged("LayoutChangesDoNotWait", Profile.DOCUMENTED, seed);
    assertEquals(Verdict.NOTED, verdict(results, "LOCK.blocks-layout-change"));
    assertEquals(List.of(), blamed(results));
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

  private static List<String> blamed(Results results) {
    return results.verdicts().stream()
        .filter(v -> v.verdict() == Verdict.FAIL || v.verdict() == Verdict.UNRESOLVED)
        .map(v -> v.clause().id() + ": " + v.reason())
        .toList();
  }

  private static Results judged(String name, Profile profile) {
    return judged(name, profile, 7);
  }

  private static Results judged(String name, Profile profile, long seed) {
    Resident r = Zoo.find(name).orElseThrow();
    return Suite.run(
        new Bench(r.subject().get(), profile),
        Catalogue.load(),
        RunSettings.of(seed).withTries(30).only(id -> Zoo.isOddIn(r, id)),
        KnownIssues.NONE,
        Suite.Progress.SILENT);
  }
}
