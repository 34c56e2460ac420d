package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** What a process that is left out did, the process of boot does; what made it goes. */
final class OneProcessLessTest {
  private static final Setup SETUP = Setup.plain(new Of(1, false, Size.pages(0), Size.pages(1)));

  @Test
  void each_step_about_exports_is_made_by_the_process_of_boot() {
    assertEquals(plan(doneBy(0)), OneProcessLess.than(plan(made(), doneBy(2))).get(0));
  }

  /** Only the process that goes is another. */
  @Test
  void the_others_stay_who_they_are() {
    List<Step> stay = doneBy(7);
    List<Step> child = List.of(new ExportStep.Fork(2, 0));
    assertEquals(plan(stay), OneProcessLess.than(plan(child, stay)).get(0));
  }

  @Test
  void a_forked_child_can_go() {
    Plan plan = plan(List.of(new ExportStep.Fork(2, 0)), doneBy(2));
    assertEquals(plan(doneBy(0)), OneProcessLess.than(plan).get(0));
  }

  /** The first made first: a child of it is the process of boot's then. */
  @Test
  void each_process_is_left_out_once() {
    List<Step> family = List.of(new LockStep.NewProcess(2, 0), new ExportStep.Fork(3, 2));
    assertEquals(
        List.of(plan(List.of(new ExportStep.Fork(3, 0))), plan(made())),
        OneProcessLess.than(plan(family)));
  }

  @Test
  void what_is_left_is_a_plan_and_names_nobody_who_is_gone() {
    Declaration all = Declaration.ofPageSize(16).offering(Feature.values());
    for (int seed = 0; seed < 40; seed++) {
      Plan plan = ExportRecipe.PROCESSES.plan(new Random(seed), all);
      if (plan.steps().stream().noneMatch(LockStep.Exit.class::isInstance)) {
        OneProcessLess.than(plan).forEach(p -> assertNull(PlanCheck.problem(p)));
      }
    }
  }

  @Test
  void every_kind_of_step_about_exports_that_names_a_process_is_above() {
    for (Step step : EveryStep.ABOUT_EXPORTS.steps()) {
      boolean names =
          step instanceof ExportStep
              && List.of(step.getClass().getRecordComponents()).stream()
                  .anyMatch(c -> c.getName().equals("proc") || c.getName().equals("by"));
      assertTrue(
          !names || doneBy(0).stream().anyMatch(s -> s.getClass() == step.getClass()),
          step.toString());
    }
  }

  private static List<Step> made() {
    return List.of(new LockStep.NewProcess(2, 0));
  }

  private static List<Step> doneBy(int proc) {
    return List.of(
        new Step.Alloc(1, Size.pages(1), 1, Context.USER),
        new ExportStep.Model(proc, DataModel.DDI_MODEL_ILP32),
        ExportStep.Map.plain(1, proc, 3, 1, SETUP),
        new ExportStep.Map(2, proc, 5, 1, 1, 2, 3, SETUP, SETUP, -1, 6),
        new ExportStep.Protect(proc, 3, 1, 1),
        new ExportStep.Touch(1),
        new LockStep.Munmap(proc, 3, 1),
        new ExportStep.SharedMap(proc, 7, 2, 1),
        new ExportStep.SharedTouch(proc),
        new ExportStep.SharedTouch(ExportStep.NULL),
        new ExportStep.SharedDetach(),
        new ExportStep.Fork(9, proc));
  }

  private static Plan plan(List<Step> steps) {
    return plan(steps, List.of());
  }

  private static Plan plan(List<Step> first, List<Step> second) {
    return new Plan(Map.of(), false, Stream.concat(first.stream(), second.stream()).toList());
  }
}
