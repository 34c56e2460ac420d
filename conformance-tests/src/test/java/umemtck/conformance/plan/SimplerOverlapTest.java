package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import umemtck.conformance.plan.OverlapStep.Turn;
import umemtck.spec.ddi.Context;

/** How simple calls that overlap get when nothing about them matters, or little. */
final class SimplerOverlapTest {
  private static final OverlapStep SOME =
      new OverlapStep(
          List.of(
              List.of(alloc(1, 3), new Step.Free(1, Context.KERNEL)),
              List.of(alloc(2, 1)),
              List.of(alloc(3, 2), alloc(4, 2))),
          List.of(new Turn(1, 2), new Turn(4, 1)));

  private static Step alloc(int name, long pages) {
    return new Step.Alloc(name, Size.pages(pages), 1, Context.USER);
  }

  private static Plan shrunk(Predicate<OverlapStep> fails) {
    Plan plan = new Plan(Map.of(), false, List.of(SOME));
    return new Shrinker(
            p -> p.steps().stream().anyMatch(s -> s instanceof OverlapStep o && fails.test(o)))
        .shrink(plan);
  }

  private static OverlapStep least(Predicate<OverlapStep> fails) {
    return (OverlapStep) shrunk(fails).steps().get(0);
  }

  @Test
  void no_threads_and_no_turns_if_nothing_matters() {
    assertEquals(new OverlapStep(List.of(), List.of()), least(o -> true));
  }

  @Test
  void threads_calls_and_turns_that_matter_stay() {
    OverlapStep two = least(o -> o.threads().size() > 1 && !o.turns().isEmpty());
    assertEquals(2, two.threads().size());
    assertEquals(List.of(1, 1), two.threads().stream().map(List::size).toList());
    assertEquals(1, two.turns().size());
    assertEquals(2, least(o -> o.take(1, 3) == 2).turns().get(0).take());
  }

  @Test
  void a_call_is_simplified_as_any_other_step() {
    OverlapStep o = least(s -> s.threads().stream().flatMap(List::stream).count() > 0);
    assertEquals(List.of(List.of(alloc(1, 1))), o.threads());
  }

  @Test
  void what_fails_one_call_after_the_other_is_told_so() {
    Plan plan = new Plan(Map.of(), false, List.of(SOME));
    Plan least =
        new Shrinker(
                p ->
                    SimplerOverlap.unfolded(p).steps().stream()
                        .anyMatch(Step.Free.class::isInstance))
            .shrink(plan);
    assertEquals(List.of(new Step.Free(1, Context.USER)), least.steps());
  }
}
