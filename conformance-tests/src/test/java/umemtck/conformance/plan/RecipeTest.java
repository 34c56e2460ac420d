package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** A recipe is a function of its randomness, keeps every duty, and makes what it leans to. */
final class RecipeTest {
  private static final Declaration ALL =
      Declaration.ofPageSize(16).withCapacity(64).offering(Feature.values());
  private static final Declaration ALONE = Declaration.ofPageSize(16);

  @ParameterizedTest
  @EnumSource
  void same_seed_same_plan(Recipe recipe) {
    assertEquals(recipe.plan(new Random(7), ALL), recipe.plan(new Random(7), ALL));
    assertNotEquals(recipe.plan(new Random(7), ALL), recipe.plan(new Random(8), ALL));
  }

  @ParameterizedTest
  @EnumSource
  void no_plan_breaks_a_duty(Recipe recipe) {
    plans(recipe, ALL).forEach(p -> assertNull(PlanCheck.problem(p)));
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_offered_is_neither_set_nor_asked_for(Recipe recipe) {
    plans(recipe, ALONE).forEach(p -> assertTrue(p.free().isEmpty()));
    assertEquals(0, share(recipe, ALONE, a -> UmemFlag.trash(a.flag())));
  }

  @Test
  void each_leans_to_its_own() {
    leans(Recipe.SLEEPERS, a -> UmemFlag.sleeps(a.flag()));
    leans(Recipe.TRASH, a -> UmemFlag.trash(a.flag()));
    leans(Recipe.PAGING, a -> UmemFlag.pageable(a.flag()));
    leans(Recipe.CONTEXTS, a -> a.context() != Context.USER);
    leans(Recipe.SIZES, a -> Long.compareUnsigned(bytes(a), -64) > 0 || bytes(a) == 0);
  }

  @Test
  void shortage_begins_with_little() {
    assertTrue(free(Recipe.SHORTAGE) < free(Recipe.GENERAL));
  }

  private static void leans(Recipe recipe, Predicate<Step.Alloc> to) {
    int own = share(recipe, ALL, to);
    int others = share(Recipe.GENERAL, ALL, to);
    assertTrue(own > others * 1.3, recipe + ": " + own + " of 1000, GENERAL " + others);
  }

  /** How many of 1,000 allocations are so. */
  private static int share(Recipe recipe, Declaration declared, Predicate<Step.Alloc> so) {
    var allocs =
        plans(recipe, declared)
            .flatMap(p -> p.steps().stream())
            .filter(Step.Alloc.class::isInstance)
            .map(Step.Alloc.class::cast)
            .toList();
    return (int) (allocs.stream().filter(so).count() * 1000 / allocs.size());
  }

  private static long free(Recipe recipe) {
    return plans(recipe, ALL).flatMap(p -> p.free().values().stream()).mapToLong(n -> n).sum();
  }

  private static long bytes(Step.Alloc a) {
    return a.size().resolve(16, 8, 64);
  }

  private static Stream<Plan> plans(Recipe recipe, Declaration declared) {
    return IntStream.range(0, 60).mapToObj(seed -> recipe.plan(new Random(seed), declared));
  }
}
