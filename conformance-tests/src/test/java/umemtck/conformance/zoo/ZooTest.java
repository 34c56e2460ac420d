package umemtck.conformance.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Facet;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;
import umemtck.spec.Strength;

/** The zoo is complete, its sinners are caught for their sins, and nobody else is accused. */
class ZooTest {
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Set<String> BY_FACET = Set.of("ALLOC", "FREE", "COOKIE");

  /** Fewer than in a run: enough to see, here, that each is caught at all. */
  private static final int TRIES = Integer.getInteger("umemtck.zoo.tries", 30);

  /** That nobody is accused at the default budget, with many seeds, is what selftest says. */
  private static final int TRIES_OF_THE_LEGAL = Math.min(TRIES, 5);

  private static final List<Long> SEEDS =
      Stream.of(System.getProperty("umemtck.zoo.seeds", "3").split(","))
          .map(Long::valueOf)
          .toList();

  @Test
  void everyNameIsThatOfTheClass() {
    Set<String> seen = new HashSet<>();
    for (Resident r : Zoo.residents()) {
      assertTrue(seen.add(r.name()), () -> "two residents are called " + r.name());
      assertEquals(r.subject().get().getClass().getSimpleName(), r.name());
      assertEquals("zoo:" + r.name(), r.subject().get().name());
      assertEquals(r, Zoo.find(r.name()).orElseThrow());
    }
  }

  @Test
  void everySinIsAgainstAFacetThatBinds() {
    for (Resident r : faulty()) {
      Facet facet = CATALOGUE.facet(r.facet().orElseThrow());
      assertEquals(facet.clause(), r.sin().orElseThrow());
      assertEquals(Strength.MUST, facet.strength().get(r.profile()), r::name);
      assertTrue(isTested(facet), () -> r.name() + " breaks what is not tested");
    }
  }

  /** Of what is about locked memory each clause: its facets are many, and break together. */
  @Test
  void everyFacetThatBindsHasASinner() {
    Set<String> broken =
        faulty().stream()
            .flatMap(r -> Stream.of(r.facet().orElseThrow(), r.sin().orElseThrow()))
            .collect(Collectors.toSet());
    List<String> unbroken =
        CATALOGUE.facets().stream()
            .filter(f -> isTested(f) && f.strength().containsValue(Strength.MUST))
            .map(f -> BY_FACET.contains(area(f)) ? f.id() : f.clause())
            .distinct()
            .filter(id -> !broken.contains(id))
            .toList();
    assertEquals(List.of(), unbroken, "facets that nobody in the zoo breaks");
  }

  @TestFactory
  Stream<DynamicTest> theFaultyAreCaught() {
    return faulty().stream()
        .map(r -> dynamicTest(r.name(), () -> SEEDS.forEach(seed -> isCaught(r, seed))));
  }

  @TestFactory
  Stream<DynamicTest> theLegalPass() {
    return Zoo.residents().stream()
        .filter(r -> r.sin().isEmpty())
        .map(r -> dynamicTest(r.name(), () -> passes(r)));
  }

  private static List<Resident> faulty() {
    return Zoo.residents().stream().filter(r -> r.sin().isPresent()).toList();
  }

  private static boolean isTested(Facet f) {
    return CATALOGUE.clause(f.clause()).orElseThrow().tested();
  }

  private static String area(Facet f) {
    return f.clause().substring(0, f.clause().indexOf('.'));
  }

  private static void isCaught(Resident r, long seed) {
    String sin = r.sin().orElseThrow();
    RunSettings whole = RunSettings.of(seed).withTries(TRIES).until(sin);
    if (verdicts(run(r, whole.only(sin::equals)), Verdict.FAIL).contains(sin)) {
      return;
    }
    List<String> failed = verdicts(run(r, whole), Verdict.FAIL);
    assertTrue(
        failed.contains(sin),
        () -> r.name() + " at seed " + seed + " breaks " + r.facet() + "; blamed: " + failed);
  }

  private static void passes(Resident r) {
    RunSettings settings =
        RunSettings.of(SEEDS.get(0)).withTries(TRIES_OF_THE_LEGAL).only(id -> Zoo.isOddIn(r, id));
    for (ClauseVerdict v : run(r, settings).verdicts()) {
      assertTrue(
          v.verdict() != Verdict.FAIL && v.verdict() != Verdict.UNRESOLVED,
          () -> r.name() + ": " + v.clause().id() + " is " + v.verdict() + ", " + v.reason());
    }
  }

  private static List<String> verdicts(Results results, Verdict verdict) {
    return results.verdicts().stream()
        .filter(v -> v.verdict() == verdict)
        .map(v -> v.clause().id())
        .toList();
  }

  private static Results run(Resident r, RunSettings settings) {
    return Suite.run(
        new Bench(r.subject().get(), r.profile()),
        CATALOGUE,
        settings,
        KnownIssues.NONE,
        Suite.Progress.SILENT);
  }
}
