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
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Declaration;

/** What is found in the steps about exports of a plan from outside. */
final class ExportPlanCheckTest {
  private static final int RW = Prot.READ | Prot.WRITE;
  private static final Step ALLOC = new Step.Alloc(1, Size.pages(1), 1, Context.USER);
  private static final Step LOCK = new LockStep.Lock(1, 0, Range.pages(0, 1), 1, Context.USER);
  private static final Of OF = new Of(1, false, Size.pages(0), Size.pages(1));
  private static final Setup SETUP = Setup.plain(OF);
  private static final Setup OF_LOCK =
      Setup.plain(new Of(1, true, Size.pages(0), new Size(Size.Base.COOKIE, 0, 0)));
  private static final Step MAP = map(0, 0, 1, SETUP);
  private static final String MISSING = ", which no step before it makes";
  private static final String BITS = "step 2 has bits of prot without a meaning";
  private static final String NEGATIVE = " has a negative number of pages";

  static Stream<Arguments> mappings() {
    return Stream.of(
        row(null, ALLOC, MAP, new ExportStep.Touch(1)),
        row(null, ALLOC, LOCK, map(0, 0, 1, SETUP, OF_LOCK)),
        row(null, map(0, 0, 1, of(ExportStep.NULL, Size.belowMax(0, 0), Size.pages(1)))),
        row("step 3 makes export 1 again", ALLOC, MAP, MAP),
        row("step 1 names allocation 1" + MISSING, MAP),
        row("step 1 names allocation 1" + MISSING, map(9, 0, 1, SETUP)),
        row("step 2 names allocation 1" + MISSING, LOCK, MAP),
        row("step 2 names lock 1" + MISSING, ALLOC, map(0, 0, 1, OF_LOCK)),
        row("step 2 names lock 1" + MISSING, ALLOC, map(0, 0, 1, SETUP, OF_LOCK)),
        row("step 2 names process 3" + MISSING, ALLOC, map(3, 0, 1, SETUP)),
        row(
            "step 2 sets up 0 times, and the kit does so once or twice",
            ALLOC,
            new ExportStep.Map(1, 0, 0, 1, RW, 1, RW, List.of(), 0, 0)),
        row(
            "step 2 sets up 3 times, and the kit does so once or twice",
            ALLOC,
            map(0, 0, 1, SETUP, SETUP, SETUP)),
        row("step 2" + NEGATIVE, ALLOC, map(0, -1, 1, SETUP)),
        row("step 2" + NEGATIVE, ALLOC, map(0, 0, -1, SETUP)),
        row(BITS, ALLOC, asked(Prot.ALL, 1, RW)),
        row(BITS, ALLOC, asked(RW, 1, Prot.EXEC)),
        row("step 2 maps neither MAP_SHARED nor MAP_PRIVATE", ALLOC, asked(RW, 3, RW)),
        row("step 2 maps neither MAP_SHARED nor MAP_PRIVATE", ALLOC, asked(RW, 0, RW)),
        row(null, ALLOC, asked(Prot.NONE, 2, Prot.READ)),
        row(
            "step 2 gives a callback that the kit does not have",
            ALLOC,
            map(0, 0, 1, new Setup(OF, Prot.ALL, 0, DevmapCallback.DEVMAP_UNMAP))),
        row(null, ALLOC, map(0, 0, 1, new Setup(OF, -1, -1, 3))));
  }

  static Stream<Arguments> sizes() {
    return Stream.of(Size.Base.FREE, Size.Base.CAPACITY, Size.Base.ROOM, Size.Base.USED)
        .flatMap(
            base -> {
              Size size = new Size(base, 0, 0);
              String problem = " counts from " + base + ", which a mapping does not have";
              return Stream.of(
                  row("step 2" + problem, ALLOC, map(0, 0, 1, of(1, size, Size.pages(1)))),
                  row("step 2" + problem, ALLOC, map(0, 0, 1, of(1, Size.pages(0), size))),
                  row(
                      "step 3" + problem,
                      ALLOC,
                      MAP,
                      new ExportStep.Remap(1, of(1, size, size).of(), Prot.ALL, 0)));
            });
  }

  static Stream<Arguments> others() {
    return Stream.of(
        row(null, ALLOC, MAP, new ExportStep.Remap(1, OF, -1, -1)),
        row("step 2 names export 1" + MISSING, ALLOC, new ExportStep.Remap(1, OF, Prot.ALL, 0)),
        row(
            "step 3 names lock 1" + MISSING,
            ALLOC,
            MAP,
            new ExportStep.Remap(1, OF_LOCK.of(), Prot.ALL, 0)),
        row("step 1 names export 1" + MISSING, new ExportStep.Touch(1)),
        row(null, new ExportStep.Protect(0, 0, 1, RW)),
        row("step 1 names process 2" + MISSING, new ExportStep.Protect(2, 0, 1, RW)),
        row("step 1" + NEGATIVE, new ExportStep.Protect(0, 0, -1, RW)),
        row("step 1" + NEGATIVE, new ExportStep.Protect(0, -1, 1, RW)),
        row(
            "step 1 has bits of prot without a meaning",
            new ExportStep.Protect(0, 0, 1, Prot.USER)),
        row(null, new ExportStep.Fork(2, 0), new ExportStep.Fork(3, 2)),
        row("step 1 names process 2" + MISSING, new ExportStep.Fork(3, 2)),
        row("step 2 makes process 2 again", new ExportStep.Fork(2, 0), new ExportStep.Fork(2, 0)),
        row("step 1 makes process 0 again", new ExportStep.Fork(0, 0)),
        row(
            "step 2 makes process 2 again",
            new ExportStep.Fork(2, 0),
            new LockStep.NewProcess(2, 0)),
        row(null, new ExportStep.Fork(2, 0), new LockStep.Exit(2)),
        row(null, new ExportStep.Model(0, DataModel.DDI_MODEL_LP64)),
        row("step 1 has a data model that there is not", new ExportStep.Model(0, 0)),
        row(
            "step 1 names process 2" + MISSING,
            new ExportStep.Model(2, DataModel.DDI_MODEL_ILP32)));
  }

  static Stream<Arguments> shared() {
    return Stream.of(
        row(null, new ExportStep.SharedMap(0, 0, 1, 0), new ExportStep.SharedDetach()),
        row("step 1 names process 2" + MISSING, new ExportStep.SharedMap(2, 0, 1, 0)),
        row("step 1" + NEGATIVE, new ExportStep.SharedMap(0, 0, -1, 0)),
        row("step 1" + NEGATIVE, new ExportStep.SharedMap(0, -1, 1, 0)),
        row("step 1 maps from a negative offset", new ExportStep.SharedMap(0, 0, 1, -1)),
        row(null, new ExportStep.SharedTouch(0), new ExportStep.SharedTouch(ExportStep.NULL)),
        row("step 1 names process 2" + MISSING, new ExportStep.SharedTouch(2)));
  }

  @ParameterizedTest
  @MethodSource({"mappings", "sizes", "others", "shared"})
  void finds(String problem, List<Step> steps) {
    assertEquals(problem, PlanCheck.problem(new Plan(Map.of(), false, steps)));
  }

  @Test
  void every_kind_of_step_is_right_as_it_is_written_here() {
    assertNull(PlanCheck.problem(EveryStep.ABOUT_EXPORTS));
  }

  @ParameterizedTest
  @EnumSource
  void in_what_the_kit_makes_nothing_is_wrong(ExportRecipe recipe) {
    Declaration declared = new ReferenceSubject(KernelOptions.of(Profile.ILLUMOS)).declaration();
    for (int seed = 0; seed < 60; seed++) {
      assertNull(PlanCheck.problem(recipe.plan(new Random(seed), declared)));
      assertNull(PlanCheck.problem(ExportRecipe.shared(new Random(seed), declared)));
    }
  }

  private static Step map(int proc, long page, long pages, Setup... setups) {
    return new ExportStep.Map(1, proc, page, pages, RW, 1, RW, List.of(setups), 0, 0);
  }

  private static Step asked(int prot, int share, int opened) {
    return new ExportStep.Map(1, 0, 0, 1, prot, share, opened, List.of(SETUP), 0, 0);
  }

  private static Setup of(int name, Size off, Size len) {
    return Setup.plain(new Of(name, false, off, len));
  }

  private static Arguments row(String problem, Step... steps) {
    return Arguments.of(problem, List.of(steps));
  }
}
