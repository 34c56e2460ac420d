package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;

/** How simple the steps about locked memory get when nothing about them matters. */
final class SimplerLockTest {

  static List<Step> every() {
    return EveryStep.ABOUT_LOCKED_MEMORY.steps();
  }

  @Test
  void a_lock_of_the_first_page_to_be_read_by_the_process_of_boot() {
    Step least = new LockStep.Lock(1, 0, Range.pages(0, 1), 1, Context.USER);
    assertEquals(least, least(some(LockStep.Lock.class), s -> true));
  }

  @Test
  void a_umem_lockmemory_for_itself_is_a_lock() {
    Step least = new LockStep.Lock(2, 0, Range.pages(0, 1), 1, Context.USER);
    assertEquals(least, least(some(LockStep.LockMemory.class), s -> true));
  }

  @Test
  void a_umem_lockmemory_that_must_stay_one_calls_nobody_back() {
    Step least =
        new LockStep.LockMemory(
            2,
            0,
            LockStep.LockMemory.CURRENT,
            Range.pages(0, 1),
            1,
            CallbackVector.NONE,
            Reaction.UNLOCK);
    Step some = some(LockStep.LockMemory.class);
    assertEquals(least, least(some, s -> s instanceof LockStep.LockMemory));
  }

  @Test
  void a_callback_that_matters_unlocks_if_that_does_not() {
    Predicate<Step> calls = s -> s instanceof LockStep.LockMemory l && l.vector().calls();
    LockStep.LockMemory least = (LockStep.LockMemory) least(some(LockStep.LockMemory.class), calls);
    assertEquals(CallbackVector.CLEANUP, least.vector());
    assertEquals(Reaction.UNLOCK, least.reaction());
    assertEquals(1, least.flags());
  }

  @Test
  void a_mapping_of_one_page_of_private_memory() {
    Step least = new LockStep.Mmap(0, 0, 1, MappingKind.ANON_PRIVATE, 3);
    assertEquals(least, least(some(LockStep.Mmap.class), s -> true));
  }

  @Test
  void a_limit_of_a_page_for_the_project_of_boot() {
    Step least = new LockStep.Limit(Holder.PROJECT, 0, Size.pages(1));
    assertEquals(least, least(some(LockStep.Limit.class), s -> true));
  }

  /** What got simpler never gets back to where it was, so that shrinking ends. */
  @ParameterizedTest
  @MethodSource("every")
  void no_way_leads_back(Step step) {
    Set<Step> below = new HashSet<>();
    add(below, step);
    assertFalse(below.contains(step), below.toString());
  }

  private static void add(Set<Step> below, Step step) {
    for (Step simpler : Simpler.than(step)) {
      if (below.add(simpler)) {
        add(below, simpler);
      }
    }
  }

  private static Step some(Class<? extends Step> kind) {
    return every().stream().filter(kind::isInstance).findFirst().orElseThrow();
  }

  private static Step least(Step step, Predicate<Step> matters) {
    Predicate<Plan> fails = p -> p.steps().size() == 1 && matters.test(p.steps().get(0));
    return new Shrinker(fails).shrink(new Plan(Map.of(), false, List.of(step))).steps().get(0);
  }
}
