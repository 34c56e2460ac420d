package umemtck.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.conformance.Faulty;
import umemtck.conformance.plan.ExportRecipe;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Recipe;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.History;
import umemtck.spec.ddi.Resource;

/** Plan and seed decide everything that is seen, who is woken first included. */
final class DeterminismTest {
  private final Bench bench = new Bench(Faulty.none(), Profile.DOCUMENTED);

  @ParameterizedTest
  @EnumSource
  void same_plan_same_seed_same_trial(Recipe recipe) {
    for (int seed = 0; seed < 10; seed++) {
      Plan plan = recipe.plan(new Random(seed), bench.declared());
      assertEquals(bench.run(plan, seed), bench.run(plan, seed));
    }
  }

  @ParameterizedTest
  @EnumSource
  void so_it_is_with_exports(ExportRecipe recipe) {
    for (int seed = 0; seed < 10; seed++) {
      Plan plan = recipe.plan(new Random(seed), bench.declared());
      assertEquals(bench.run(plan, seed), bench.run(plan, seed));
    }
  }

  /** Who waits for memory in the driver, and goes on first, included. */
  @Test
  void and_with_the_example_driver() {
    for (int seed = 0; seed < 20; seed++) {
      Plan plan = ExportRecipe.shared(new Random(seed), bench.declared());
      assertEquals(bench.run(plan, seed), bench.run(plan, seed));
    }
  }

  @Test
  void the_seed_decides_which_sleeper_goes_first() {
    Plan plan =
        new Plan(
            Map.of(Resource.PAGES, 0L),
            false,
            List.of(
                sleeper(1), sleeper(2), new Step.SetFree(Resource.PAGES, 1), new Step.Settle()));
    Set<History> seen = new HashSet<>();
    Random seeds = new Random(1);
    for (int i = 0; i < 8; i++) {
      long seed = (seeds.nextLong() >>> 8) * 3; // Every third boots at the same address.
      seen.add(bench.run(plan, seed).history());
    }
    assertEquals(2, seen.size());
  }

  private static Step sleeper(int name) {
    return new Step.Alloc(name, Size.pages(1), 0, Context.USER);
  }
}
