package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static umemtck.spec.ddi.Context.HIGH_LEVEL_INTERRUPT;
import static umemtck.spec.ddi.Context.INTERRUPT;
import static umemtck.spec.ddi.Context.KERNEL;
import static umemtck.spec.ddi.Context.USER;

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
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Declaration;

/** What is found in the steps about locked memory of a plan from outside. */
final class LockPlanCheckTest {
  private static final Step ALLOC = new Step.Alloc(1, Size.pages(1), 1, USER);
  private static final Size USED = new Size(Size.Base.USED, 0, 0);
  private static final Size ROOM = new Size(Size.Base.ROOM, 0, 0);

  static Stream<Arguments> names() {
    return Stream.of(
        row(null, ALLOC, lock(1, USER), unlock(1, INTERRUPT), unlock(1, KERNEL)),
        row(null, memory(1, LockStep.LockMemory.CURRENT), new LockStep.Resume(1)),
        row(null, new LockStep.NewZone(1), new LockStep.NewProcess(2, 1)),
        row("step 2 makes lock 1 again", lock(1, USER), memory(1, 0)),
        row(
            "step 2 makes process 1 again",
            new LockStep.Vfork(1, 0),
            new LockStep.NewProcess(1, 0)),
        row("step 1 makes process 0 again", new LockStep.NewProcess(0, 0)),
        row("step 1 makes zone 0 again", new LockStep.NewZone(0)),
        row("step 2 makes project 1 again", new LockStep.NewZone(1), new LockStep.NewProject(1, 0)),
        row(unknown("lock 1"), unlock(1, USER), lock(1, USER)),
        row(unknown("lock 1"), new LockStep.Resume(1)),
        row(unknown("process 4"), new LockStep.Lock(1, 4, Range.pages(0, 1), 1, USER)),
        row(unknown("process 4"), memory(1, 4)),
        row(unknown("process -2"), memory(1, -2)),
        row(unknown("process 4"), new LockStep.Mmap(4, 0, 1, MappingKind.ANON_PRIVATE, 3)),
        row(unknown("process 4"), new LockStep.Munmap(4, 0, 1)),
        row(unknown("process 4"), new LockStep.Mprotect(4, 0, 1, 1)),
        row(unknown("process 4"), new LockStep.Mlock(4, 0, 1)),
        row(unknown("process 4"), new LockStep.Munlock(4, 0, 1)),
        row(unknown("process 4"), new LockStep.Exit(4)),
        row(unknown("process 4"), new LockStep.Vfork(5, 4)),
        row(unknown("project 4"), new LockStep.NewProcess(5, 4)),
        row(unknown("zone 4"), new LockStep.NewProject(5, 4)),
        row(unknown("project 4"), new LockStep.Settaskid(0, 4)),
        row(unknown("process 4"), new LockStep.Settaskid(4, 0)),
        row(unknown("zone 4"), new LockStep.ZoneEnter(0, 4)),
        row(unknown("project 4"), new LockStep.Limit(Holder.PROJECT, 4, USED)),
        row(unknown("zone 4"), new LockStep.Limit(Holder.ZONE, 4, USED)));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        row(null, new LockStep.Limit(Holder.ZONE, 0, USED)),
        row(
            "step 1 calls from a high-level interrupt (LOCK.context)",
            lock(1, HIGH_LEVEL_INTERRUPT)),
        row(
            "step 2 calls from a high-level interrupt (UNLOCK.interrupt-level)",
            lock(1, USER),
            unlock(1, HIGH_LEVEL_INTERRUPT)),
        row(
            "step 1 locks outside user context (LOCK.context), and the plan does not say 'misuse'",
            lock(1, KERNEL)),
        row(
            "step 2 unlocks an allocation (UNLOCK.alloc-cookie), and the plan does not say"
                + " 'misuse'",
            ALLOC,
            new LockStep.UnlockAllocated(1)),
        row(
            "step 1 counts from USED, and there is only [ZERO, SIZE_MAX, ROOM] here",
            new LockStep.Lock(1, 0, new Range(0, 0, USED), 1, USER)),
        row(
            "step 1 counts from ROOM, and there is only [ZERO, SIZE_MAX, USED] here",
            new LockStep.Limit(Holder.PROJECT, 0, ROOM)),
        row(
            "step 1 limits a process: only projects and zones have limits",
            new LockStep.Limit(Holder.PROCESS, 0, USED)),
        row(
            "step 1 leaves a PROJECT unread: only what is counted for processes can be left",
            new LockStep.Unread(Holder.PROJECT)),
        row("step 1 has a negative number of pages", new LockStep.Munmap(0, -1, 1)),
        row("step 1 has a negative number of pages", new LockStep.Mlock(0, 0, -1)),
        row("step 1 has a negative number of pages", new LockStep.Munlock(0, 0, -1)),
        row("step 1 has a negative number of pages", new LockStep.Mprotect(0, -1, 1, 3)),
        row(
            "step 1 has a negative number of pages",
            new LockStep.Mmap(0, -1, 1, MappingKind.ANON_PRIVATE, 3)),
        row(
            "step 1 has bits of prot without a meaning",
            new LockStep.Mmap(0, 0, 1, MappingKind.ANON_PRIVATE, 4)),
        row("step 1 has bits of prot without a meaning", new LockStep.Mprotect(0, 0, 1, 7)),
        row(
            "step 1 lets a step fail with EFAULT, and a shortage gives 11 or 12",
            new LockStep.FailNext(FaultyStep.PAGE_LOCK, 14)));
  }

  @ParameterizedTest
  @MethodSource({"names", "values"})
  void finds(String problem, List<Step> steps) {
    assertEquals(problem, PlanCheck.problem(new Plan(Map.of(), false, steps)));
  }

  @Test
  void a_plan_that_says_misuse_may_break_what_the_kit_breaks_on_purpose() {
    assertNull(PlanCheck.problem(EveryStep.ABOUT_LOCKED_MEMORY));
    Plan unknown = new Plan(Map.of(), true, List.of(new LockStep.UnlockAllocated(1)));
    assertEquals(
        "step 1 unlocks allocation 1, which no step before it makes", PlanCheck.problem(unknown));
  }

  @ParameterizedTest
  @EnumSource
  void in_what_the_kit_makes_nothing_is_wrong(LockRecipe recipe) {
    Declaration declared = new ReferenceSubject(KernelOptions.of(Profile.ILLUMOS)).declaration();
    for (int seed = 0; seed < 60; seed++) {
      assertNull(PlanCheck.problem(recipe.plan(new Random(seed), declared)));
    }
  }

  private static String unknown(String name) {
    return "step 1 names " + name + ", which no step before it makes";
  }

  private static LockStep lock(int name, Context context) {
    return new LockStep.Lock(name, 0, Range.pages(0, 1), 1, context);
  }

  private static LockStep memory(int name, int owner) {
    return new LockStep.LockMemory(
        name, 0, owner, Range.pages(0, 1), 1, CallbackVector.CLEANUP, Reaction.UNLOCK);
  }

  private static LockStep unlock(int name, Context context) {
    return new LockStep.Unlock(name, 0, context, false);
  }

  private static Arguments row(String problem, Step... steps) {
    return Arguments.of(problem, List.of(steps));
  }
}
