package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** The shrinker on failures whose shortest plan is known. */
final class ShrinkerTest {
  private static final Plan LONG = frees(50);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void finds_the_steps_that_matter_wherever_they_are(int count) {
    for (int seed = 0; seed < 20; seed++) {
      Set<Integer> needed = some(count, new Random(seed));
      Plan least = new Shrinker(p -> names(p).containsAll(needed)).shrink(LONG);
      assertEquals(needed, names(least));
      assertEquals(count, least.steps().size());
    }
  }

  /** Parity: no single step can go, only two at once. */
  @Test
  void drops_what_can_only_go_in_pairs() {
    Predicate<Plan> even = p -> p.steps().size() % 2 == 0 && names(p).contains(31);
    assertEquals(2, new Shrinker(even).shrink(LONG).steps().size());
  }

  @Test
  void drops_what_can_only_go_in_threes() {
    Predicate<Plan> threes = p -> p.steps().size() % 3 == 2 && names(p).contains(31);
    assertEquals(2, new Shrinker(threes).shrink(LONG).steps().size());
  }

  @Test
  void what_it_gives_still_fails_and_is_no_longer() {
    Declaration d = Declaration.ofPageSize(16).withCapacity(64).offering(Feature.values());
    for (Recipe recipe : Recipe.values()) {
      Plan plan = recipe.plan(new Random(3), d);
      int code = plan.hashCode() & 7;
      Predicate<Plan> odd = p -> (p.hashCode() & 7) == code;
      Plan least = new Shrinker(odd).shrink(plan);
      assertTrue(odd.test(least));
      assertTrue(least.steps().size() <= plan.steps().size());
      assertEquals(least, new Shrinker(odd).shrink(plan), "the same again");
    }
  }

  @Test
  void makes_steps_simpler() {
    Step big = new Step.Alloc(1, new Size(Size.Base.FREE, 3, 1), 2, Context.KERNEL);
    Plan plan = new Plan(Map.of(), false, List.of(big, new Step.SetFree(Resource.PAGES, 3)));
    Predicate<Plan> two = p -> p.steps().size() == 2;
    assertEquals(
        List.of(
            new Step.Alloc(1, Size.pages(1), 1, Context.USER), new Step.SetFree(Resource.PAGES, 0)),
        new Shrinker(two).shrink(plan).steps());
  }

  @Test
  void makes_steps_about_locked_memory_simpler() {
    Plan plan = EveryStep.ABOUT_LOCKED_MEMORY;
    int count = plan.steps().size();
    Plan least = new Shrinker(p -> p.steps().size() == count).shrink(plan);
    assertTrue(least.steps().stream().allMatch(s -> Simpler.than(s).isEmpty()), least.toString());
  }

  /** Who maps and who locks have to become another at once. */
  @Test
  void does_with_one_process_less() {
    LockStep.Range at = LockStep.Range.pages(0, 1);
    Plan plan =
        new Plan(
            Map.of(),
            false,
            List.of(
                new LockStep.NewProcess(2, 0),
                new LockStep.Mmap(2, 0, 1, MappingKind.ANON_PRIVATE, 3),
                new LockStep.Lock(9, 2, at, 1, Context.USER)));
    Plan least = new Shrinker(ShrinkerTest::locksWhatIsMapped).shrink(plan);
    assertEquals(
        List.of(
            new LockStep.Mmap(0, 0, 1, MappingKind.ANON_PRIVATE, 3),
            new LockStep.Lock(9, 0, at, 1, Context.USER)),
        least.steps());
  }

  private static boolean locksWhatIsMapped(Plan p) {
    Set<Integer> there = new TreeSet<>(Set.of(0));
    Set<Integer> mapped = new TreeSet<>();
    boolean locks = false;
    for (Step step : p.steps()) {
      if (step instanceof LockStep.NewProcess n) {
        there.add(n.name());
      } else if (step instanceof LockStep.Mmap m && there.contains(m.proc())) {
        mapped.add(m.proc());
      } else if (step instanceof LockStep.Lock l) {
        locks |= mapped.contains(l.by());
      }
    }
    return locks;
  }

  @Test
  void tries_no_more_plans_than_its_budget() {
    int[] tried = {0};
    Predicate<Plan> hard =
        p -> {
          tried[0]++;
          return p.equals(frees(60));
        };
    assertEquals(frees(60), new Shrinker(hard).shrink(frees(60)));
    assertEquals(Shrinker.BUDGET, tried[0]);
  }

  private static Plan frees(int count) {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      steps.add(new Step.Rewrite(i));
    }
    return new Plan(Map.of(), false, steps);
  }

  private static Set<Integer> some(int count, Random random) {
    Set<Integer> some = new TreeSet<>();
    while (some.size() < count) {
      some.add(1 + random.nextInt(50));
    }
    return some;
  }

  private static Set<Integer> names(Plan plan) {
    Set<Integer> names = new TreeSet<>();
    plan.steps().forEach(s -> names.add(((Step.Rewrite) s).name()));
    return names;
  }
}
