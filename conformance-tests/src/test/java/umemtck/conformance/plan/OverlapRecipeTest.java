package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;

/** A recipe of calls that overlap is a function of its randomness, and makes what it says. */
final class OverlapRecipeTest {
  private static final Declaration ALL =
      Declaration.ofPageSize(64)
          .withCapacity(64)
          .offering(Feature.values())
          .mapping(new Window(1 << 20, 48), MappingKind.values());

  private static List<Plan> plans(OverlapRecipe recipe) {
    return IntStream.range(0, 200).mapToObj(i -> recipe.plan(new Random(i), ALL)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void same_seed_same_plan(OverlapRecipe recipe) {
    assertEquals(recipe.plan(new Random(7), ALL), recipe.plan(new Random(7), ALL));
    assertTrue(new HashSet<>(plans(recipe)).size() > 1);
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_wrong_in_a_plan(OverlapRecipe recipe) {
    plans(recipe).forEach(p -> assertNull(PlanCheck.problem(p)));
  }

  @ParameterizedTest
  @EnumSource
  void two_to_four_threads_overlap_last(OverlapRecipe recipe) {
    for (Plan p : plans(recipe)) {
      OverlapStep o = (OverlapStep) p.steps().get(p.steps().size() - 1);
      assertTrue(o.threads().size() >= 2 && o.threads().size() <= OverlapStep.THREADS);
      assertTrue(o.turns().isEmpty());
    }
  }
}
