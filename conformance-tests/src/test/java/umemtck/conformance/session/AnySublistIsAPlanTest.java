package umemtck.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.conformance.Faulty;
import umemtck.conformance.plan.ExportRecipe;
import umemtck.conformance.plan.MisusePlans;
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
