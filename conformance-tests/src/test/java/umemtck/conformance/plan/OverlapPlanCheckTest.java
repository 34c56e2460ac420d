package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import umemtck.conformance.plan.OverlapStep.Turn;
import umemtck.spec.ddi.Context;

/** What is wrong with calls that overlap, in a plan that comes from outside. */
final class OverlapPlanCheckTest {
  private static final Step ALLOC = new Step.Alloc(1, Size.pages(1), 1, Context.USER);

  private static String problem(List<List<Step>> threads, List<Turn> turns) {
    return PlanCheck.problem(new Plan(Map.of(), false, List.of(new OverlapStep(threads, turns))));
  }

  @Test
  void nothing_is_wrong_with_two_threads() {
    assertNull(problem(List.of(List.of(ALLOC), List.of()), List.of(new Turn(0, 1))));
  }

  @Test
  void there_are_one_to_four_threads() {
    assertEquals("step 1 has 0 threads, not 1 to 4", problem(List.of(), List.of()));
    assertEquals(
        "step 1 has 5 threads, not 1 to 4",
        problem(Collections.nCopies(5, List.<Step>of()), List.of()));
  }

  @Test
  void only_calls_overlap() {
    String settles = problem(List.of(List.of(new Step.Settle())), List.of());
    assertEquals(
        "step 1 lets a thread do what is no call that may overlap others: Settle[]", settles);
    String nested = problem(List.of(List.of(new OverlapStep(List.of(), List.of()))), List.of());
    assertTrue(nested.startsWith("step 1 lets a thread do what is no call"), nested);
  }

  @Test
  void turns_ascend_and_take_somebody_else() {
    String expected = "step 1 has turns that do not ascend, or take nobody else: ";
    for (List<Turn> turns :
        List.of(
            List.of(new Turn(-1, 1)),
            List.of(new Turn(0, 0)),
            List.of(new Turn(2, 1), new Turn(2, 2)),
            List.of(new Turn(2, 1), new Turn(1, 1)))) {
      assertEquals(expected + turns, problem(List.of(List.of(ALLOC)), turns));
    }
  }

  @Test
  void a_call_is_checked_as_any_other_step() {
    assertEquals(
        "step 1 frees 7, which no step before it allocates",
        problem(List.of(List.of(new Step.Free(7, Context.USER))), List.of()));
  }
}
