package umemtck.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.conformance.Faulty;
import umemtck.conformance.plan.ExportRecipe;
import umemtck.conformance.plan.MisusePlans;
import umemtck.conformance.plan.OverlapRecipe;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Recipe;
import umemtck.conformance.plan.Step;
import umemtck.spec.Profile;

/** Whatever steps are left out, a plan can be carried out, and a sound subject does it right. */
final class AnySublistIsAPlanTest {
  private final Bench bench = new Bench(Faulty.none(), Profile.DOCUMENTED);

  @ParameterizedTest
  @EnumSource
  void of_a_recipe(Recipe recipe) {
    for (int seed = 0; seed < 12; seed++) {
      Plan plan = recipe.plan(new Random(seed), bench.declared());
      everySublistIsSound(plan, new Random(seed));
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_a_recipe_about_exports(ExportRecipe recipe) {
    for (int seed = 0; seed < 12; seed++) {
      everySublistIsSound(recipe.plan(new Random(seed), bench.declared()), new Random(seed));
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_calls_that_overlap(OverlapRecipe recipe) {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Plan plan = recipe.plan(random, bench.declared());
      OverlapStep last = (OverlapStep) plan.steps().get(plan.steps().size() - 1);
      List<Step> steps = new ArrayList<>(plan.steps());
      List<OverlapStep.Turn> turns =
          IntStream.range(0, 30)
              .filter(at -> random.nextInt(3) == 0)
              .mapToObj(at -> new OverlapStep.Turn(at, 1 + random.nextInt(3)))
              .toList();
      steps.set(steps.size() - 1, last.with(turns));
      everySublistIsSound(plan.with(steps), random);
    }
  }

  @Test
  void of_a_plan_about_the_example_driver() {
    for (int seed = 0; seed < 80; seed++) {
      Plan plan = ExportRecipe.shared(new Random(seed), bench.declared());
      everySublistIsSound(plan, new Random(seed));
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_a_misuse(MisusePlans.Duty duty) {
    for (int seed = 0; seed < 12; seed++) {
      Plan plan = MisusePlans.plan(duty, new Random(seed), bench.declared());
      everySublistIsSound(plan, new Random(seed));
    }
  }

  private void everySublistIsSound(Plan plan, Random random) {
    for (int percent : new int[] {100, 80, 50, 20, 0}) {
      List<Step> some = plan.steps().stream().filter(s -> random.nextInt(100) < percent).toList();
      Trial trial = bench.run(plan.with(some), random.nextLong());
      assertEquals(new Trial.Sound(), trial.end(), () -> some.toString());
    }
  }
}
