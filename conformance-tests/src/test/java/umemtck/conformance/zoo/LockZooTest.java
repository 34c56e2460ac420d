package umemtck.conformance.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Facet;
import umemtck.conformance.plan.LockRecipe;
import umemtck.conformance.plan.MisusePlans;
import umemtck.conformance.plan.MisusePlans.Duty;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.model.Breach;
import umemtck.spec.Profile;
import umemtck.spec.Strength;
import umemtck.spec.subject.Feature;

/**
 * Who sins in locking is blamed for just that by some plan of each kind, tried by itself; and
 * nobody else is blamed by any. Quicker than a whole run ({@link ZooTest}).
 */
class LockZooTest {
  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final Set<String> AREAS = Set.of("LOCK", "UNLOCK", "ACCT", "LOCKMEM");

  /** So many plans of each recipe catch every sinner; most are caught by the first few. */
  private static final int SEEDS = Integer.getInteger("umemtck.zoo.lockseeds", 60);

  private static final int LEGAL_SEEDS = Math.max(1, SEEDS / 3);

  private static final List<Resident> FAULTY =
      Stream.of(
              FaultyLocking.RESIDENTS,
              FaultyUnlocking.RESIDENTS,
              FaultyAccounting.RESIDENTS,
              FaultyLockMemory.RESIDENTS)
          .flatMap(List::stream)
          .toList();

  @Test
  void everyClauseThatBindsHasASinner() {
    Set<String> broken =
        FAULTY.stream().map(r -> r.sin().orElseThrow()).collect(Collectors.toSet());
    List<String> unbroken =
        CATALOGUE.facets().stream()
            .filter(f -> AREAS.contains(f.clause().substring(0, f.clause().indexOf('.'))))
            .filter(f -> f.needs().isEmpty() && f.strength().containsValue(Strength.MUST))
            .map(Facet::clause)
            .distinct()
            .filter(clause -> CATALOGUE.clause(clause).orElseThrow().tested())
            .filter(clause -> !broken.contains(clause))
            .toList();
    assertEquals(List.of(), unbroken, "clauses that nobody in the zoo breaks");
  }

  @Test
  void everySinIsAgainstAFacetThatBinds() {
    for (Resident r : FAULTY) {
      Facet facet = CATALOGUE.facet(r.facet().orElseThrow());
      assertEquals(Strength.MUST, facet.strength().get(r.profile()), r::name);
      assertTrue(CATALOGUE.clause(facet.clause()).orElseThrow().tested(), r::name);
    }
  }

  @TestFactory
  Stream<DynamicTest> theFaultyAreBlamedForTheirClause() {
    return FAULTY.stream().map(r -> dynamicTest(r.name(), () -> isBlamed(r)));
  }

  @TestFactory
  Stream<DynamicTest> nobodyElseIsBlamed() {
    Stream<DynamicTest> odd =
        Stream.concat(OddButLegal.RESIDENTS.stream(), OddLocking.RESIDENTS.stream())
            .filter(r -> r.subject().get().declaration().offers(Feature.LOCK))
            .map(
                r ->
                    dynamicTest(
                        r.name(), () -> isSound(new Bench(r.subject().get(), r.profile()))));
    Stream<DynamicTest> reference =
        Stream.of(Profile.values())
            .map(p -> dynamicTest("" + p, () -> isSound(new Bench(new ReferenceSubject(p), p))));
    return Stream.concat(odd, reference);
  }

  private static void isBlamed(Resident r) {
    Bench bench = new Bench(r.subject().get(), r.profile());
    String clause = r.sin().orElseThrow() + "/";
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Plan plan : plans(bench, seed)) {
        Trial.End end = end(bench, plan, seed);
        if (end instanceof Trial.Broken broken
            && broken.breaches().stream()
                .anyMatch(b -> b.facet().startsWith(clause) && binds(b, r.profile()))) {
          return;
        }
      }
    }
    assertTrue(false, () -> r.name() + " is not blamed for " + r.facet());
  }

  private static void isSound(Bench bench) {
    for (int seed = 0; seed < LEGAL_SEEDS; seed++) {
      for (Plan plan : plans(bench, seed)) {
        Trial.End end = end(bench, plan, seed);
        boolean noted =
            end instanceof Trial.Broken broken && !binds(broken.breaches().get(0), bench.profile());
        assertTrue(noted || end instanceof Trial.Sound, () -> plan.steps() + " gives " + end);
      }
    }
  }

  /** One plan of each recipe, and of each misuse. */
  private static List<Plan> plans(Bench bench, int seed) {
    List<Plan> all = new ArrayList<>();
    for (LockRecipe recipe : LockRecipe.values()) {
      all.add(recipe.plan(new Random(31L * seed + recipe.ordinal()), bench.declared()));
    }
    for (Duty duty : List.of(Duty.LOCK_OUTSIDE_USER, Duty.UNLOCK_ALLOCATED)) {
      all.add(MisusePlans.plan(duty, new Random(seed), bench.declared()));
    }
    return all;
  }

  /** How a plan ends once the steps are gone that only show a quality, as in a run. */
  private static Trial.End end(Bench bench, Plan plan, int seed) {
    Plan rest = plan;
    while (true) {
      Trial trial = bench.run(rest, seed);
      if (!(trial.end() instanceof Trial.Broken broken)
          || binds(broken.breaches().get(0), bench.profile())
          || trial.step() < 0) {
        return trial.end();
      }
      List<Step> steps = new ArrayList<>(rest.steps());
      steps.remove(trial.step());
      rest = rest.with(steps);
    }
  }

  private static boolean binds(Breach b, Profile profile) {
    return CATALOGUE.facet(b.facet()).strength().get(profile) == Strength.MUST;
  }
}
