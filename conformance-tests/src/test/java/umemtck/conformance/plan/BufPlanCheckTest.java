package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;

/** What is found in the steps about bufs of a plan from outside. */
final class BufPlanCheckTest {
  private static final Step ALLOC = new Step.Alloc(1, Size.pages(1), 1, Context.USER);
  private static final Step LOCK = new LockStep.Lock(1, 0, Range.pages(0, 1), 1, Context.USER);
  private static final Step SETUP = setup(1, false, Size.bytes(0), 1, Context.USER);

  static Stream<Arguments> plans() {
    return Stream.of(
        row(null, ALLOC, SETUP, new BufStep.Transfer(1), new BufStep.Free(1)),
        row(null, LOCK, setup(1, true, new Size(Size.Base.COOKIE, 0, 1), 1, Context.USER)),
        row(null, ALLOC, setup(1, false, Size.belowMax(0, 0), 1, Context.INTERRUPT)),
        row("step 3 makes buf 1 again", ALLOC, SETUP, SETUP),
        row("step 1 names allocation 1, which no step before it makes", SETUP),
        row(
            "step 2 names lock 1, which no step before it makes",
            ALLOC,
            setup(1, true, Size.bytes(0), 1, Context.USER)),
        row(
            "step 2 names allocation 1, which no step before it makes",
            LOCK,
            setup(1, false, Size.bytes(0), 1, Context.USER)),
        row("step 1 names buf 1, which no step before it makes", new BufStep.Free(1)),
        row(
            "step 3 names buf 2, which no step before it makes",
            ALLOC,
            SETUP,
            new BufStep.Transfer(2)),
        row(
            "step 2 counts from USED, which a buf does not have",
            ALLOC,
            setup(1, false, new Size(Size.Base.USED, 0, 0), 1, Context.USER)),
        row(
            "step 2 sleeps in an interrupt (IOSETUP.context)",
            ALLOC,
            setup(1, false, Size.bytes(0), UmemFlag.DDI_UMEM_SLEEP, Context.INTERRUPT)));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void finds(String problem, List<Step> steps) {
    assertEquals(problem, PlanCheck.problem(new Plan(Map.of(), false, steps)));
  }

  @Test
  void a_plan_that_says_misuse_may_sleep_in_an_interrupt() {
    assertNull(PlanCheck.problem(EveryStep.ABOUT_BUFS));
  }

  @ParameterizedTest
  @EnumSource
  void in_what_the_kit_makes_nothing_is_wrong(BufRecipe recipe) {
    Declaration declared = new ReferenceSubject(KernelOptions.of(Profile.ILLUMOS)).declaration();
    for (int seed = 0; seed < 60; seed++) {
      assertNull(PlanCheck.problem(recipe.plan(new Random(seed), declared)));
    }
  }

  private static Step setup(int cookie, boolean locked, Size off, int sleepflag, Context context) {
    return new BufStep.Setup(
        1, cookie, locked, off, Size.bytes(8), BufFlag.B_READ, sleepflag, context);
  }

  private static Arguments row(String problem, Step... steps) {
    return Arguments.of(problem, List.of(steps));
  }
}
