package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.spec.ddi.Context.HIGH_LEVEL_INTERRUPT;
import static umemtck.spec.ddi.Context.INTERRUPT;
import static umemtck.spec.ddi.Context.KERNEL;
import static umemtck.spec.ddi.Context.USER;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;

/** What is found in a plan from outside before it is carried out. */
final class PlanCheckTest {
  private static final String HIGH =
      "step 1 calls from a high-level interrupt (ALLOC.context, FREE.context)";

  static Stream<Arguments> table() {
    return Stream.of(
        row(null, alloc(1, 1, USER), new Step.Free(1, USER), new Step.Rewrite(1)),
        row(null, alloc(1, 1, INTERRUPT), alloc(2, 0, KERNEL), new Step.FreeNull(INTERRUPT)),
        row(null, new Step.SetFree(Resource.PAGES, 0), new Step.PageOut(), new Step.Settle()),
        row("step 2 uses the name 1 again", alloc(1, 1, USER), alloc(1, 1, USER)),
        row("step 1 frees 1, which no step before it allocates", new Step.Free(1, USER)),
        row(
            "step 1 frees 1, which no step before it allocates",
            new Step.Free(1, USER),
            alloc(1, 1, USER)),
        row("step 1 stores to 4, which no step before it allocates", new Step.Rewrite(4)),
        row("step 1 makes a negative amount free", new Step.SetFree(Resource.SWAP, -1)),
        row(
            "step 1 frees what is no cookie (FREE.exactly-once), and the plan does not say"
                + " 'misuse'",
            new Step.FreeStranger()),
        row("step 1 has bits without a meaning (ALLOC.flag-unknown)", alloc(1, 9, USER)),
        row("step 1 asks for PAGEABLE and TRASH (ALLOC.flag-conflict)", alloc(1, 7, USER)),
        row("step 1 sleeps in an interrupt (ALLOC.context)", alloc(1, 0, INTERRUPT)),
        row(
            "step 1 counts its size from ROOM, which an allocation does not have",
            new Step.Alloc(1, new Size(Size.Base.ROOM, 1, 0), 1, USER)),
        row(HIGH, alloc(1, 1, HIGH_LEVEL_INTERRUPT)),
        row(HIGH, new Step.FreeNull(HIGH_LEVEL_INTERRUPT)));
  }

  @ParameterizedTest
  @MethodSource("table")
  void finds(String problem, List<Step> steps) {
    assertEquals(problem, PlanCheck.problem(new Plan(Map.of(), false, steps)));
  }

  @Test
  void a_plan_that_says_misuse_may_break_what_the_kit_breaks_on_purpose() {
    List<Step> steps = List.of(alloc(1, 7, USER), alloc(2, 0, INTERRUPT), new Step.FreeStranger());
    assertEquals(null, PlanCheck.problem(new Plan(Map.of(), true, steps)));
    List<Step> high = List.of(alloc(1, 1, HIGH_LEVEL_INTERRUPT));
    assertEquals(HIGH, PlanCheck.problem(new Plan(Map.of(), true, high)));
  }

  @Test
  void amounts_at_the_beginning_are_not_negative() {
    assertEquals(
        "'free' has a negative amount",
        PlanCheck.problem(new Plan(Map.of(Resource.PAGES, -1L), false, List.of())));
  }

  private static Step.Alloc alloc(int name, int flag, Context context) {
    return new Step.Alloc(name, Size.pages(1), flag, context);
  }

  private static Arguments row(String problem, Step... steps) {
    return Arguments.of(problem, List.of(steps));
  }
}
