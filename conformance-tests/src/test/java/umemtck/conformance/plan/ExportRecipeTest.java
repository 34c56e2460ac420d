package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;

/** A recipe about exports is a function of its randomness, and makes what it leans to. */
final class ExportRecipeTest {
  private static final Window WINDOW = new Window(1 << 20, 48);
  private static final Declaration ALL =
      Declaration.ofPageSize(64)
          .withCapacity(64)
          .offering(Feature.values())
          .mapping(WINDOW, MappingKind.values());
  private static final Declaration ALONE =
      Declaration.ofPageSize(64)
          .mapping(WINDOW)
          .offering(Feature.DEVMAP, Feature.SHARED_DRIVER, Feature.USER_MEMORY);

  /** A way to make a plan: the recipes, and that of the example driver. */
  private enum Way {
    GENERAL(ExportRecipe.GENERAL::plan),
    ERRORS(ExportRecipe.ERRORS::plan),
    REMAPS(ExportRecipe.REMAPS::plan),
    PROCESSES(ExportRecipe.PROCESSES::plan),
    SHARED(ExportRecipe::shared);

    private final BiFunction<Random, Declaration, Plan> cook;

    Way(BiFunction<Random, Declaration, Plan> cook) {
      this.cook = cook;
    }

    Plan plan(int seed, Declaration declared) {
      return cook.apply(new Random(seed), declared);
    }
  }

  @ParameterizedTest
  @EnumSource
  void same_seed_same_plan(Way way) {
    assertEquals(way.plan(7, ALL), way.plan(7, ALL));
    assertNotEquals(way.plan(7, ALL), way.plan(8, ALL));
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_wrong_in_a_plan(Way way) {
    plans(way, ALL).forEach(p -> assertNull(PlanCheck.problem(p)));
    plans(way, ALONE).forEach(p -> assertNull(PlanCheck.problem(p)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHARED")
  void each_recipe_makes_every_kind_of_step(Way way) {
    Set<Class<?>> some =
        new HashSet<>(
            Set.of(
                Step.Alloc.class,
                Step.Free.class,
                Step.PageOut.class,
                LockStep.Limit.class,
                LockStep.NewProcess.class,
                LockStep.Mmap.class,
                LockStep.Munmap.class,
                LockStep.Exit.class,
                LockStep.Lock.class,
                LockStep.Unlock.class,
                BufStep.Setup.class,
                BufStep.Transfer.class));
    Stream.of(ExportStep.class.getPermittedSubclasses())
        .filter(c -> !c.getSimpleName().startsWith("Shared"))
        .filter(c -> c != ExportStep.Load.class) // Only while calls overlap.
        .forEach(some::add);
    assertEquals(some, kinds(way, ALL));
  }

  @Test
  void plans_about_the_example_driver_do_too() {
    assertEquals(
        Set.of(
            Step.SetFree.class,
            Step.Settle.class,
            LockStep.NewProcess.class,
            LockStep.Munmap.class,
            LockStep.Exit.class,
            ExportStep.Model.class,
            ExportStep.Fork.class,
            ExportStep.SharedMap.class,
            ExportStep.SharedTouch.class,
            ExportStep.SharedDetach.class),
        kinds(Way.SHARED, ALL));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHARED")
  void what_is_not_offered_is_not_asked_for(Way way) {
    assertEquals(
        Set.of(
            Step.Alloc.class,
            Step.Free.class,
            Step.PageOut.class,
            LockStep.Munmap.class,
            ExportStep.Map.class,
            ExportStep.Touch.class),
        kinds(way, ALONE));
    assertEquals(0, share(way, ALONE, m -> m.setups().stream().anyMatch(u -> u.callbacks() != 0)));
    assertTrue(
        steps(way, ALONE)
            .noneMatch(
                s -> s instanceof Step.Alloc a && (a.flag() & UmemFlag.DDI_UMEM_TRASH) != 0));
  }

  @Test
  void nor_by_plans_about_the_example_driver() {
    assertEquals(
        Set.of(
            LockStep.Munmap.class,
            ExportStep.SharedMap.class,
            ExportStep.SharedTouch.class,
            ExportStep.SharedDetach.class),
        kinds(Way.SHARED, ALONE));
    plans(Way.SHARED, ALONE).forEach(p -> assertTrue(p.free().isEmpty()));
  }

  /** While there is too little two applications wait; then there is enough. */
  @Test
  void the_example_driver_is_short_of_pages_at_first_in_a_third_of_its_plans() {
    List<Plan> little =
        plans(Way.SHARED, ALL).filter(p -> p.free().get(Resource.PAGES) < 2).toList();
    assertTrue(little.size() > 12 && little.size() < 30, little.size() + " of 60");
    for (Plan p : little) {
      List<Class<?>> kinds = p.steps().stream().<Class<?>>map(Object::getClass).toList();
      int more = kinds.indexOf(Step.SetFree.class);
      assertEquals(
          2, kinds.subList(0, more).stream().filter(ExportStep.SharedMap.class::equals).count());
    }
  }

  @Test
  void each_leans_to_its_own() {
    Predicate<ExportStep.Map> wrong =
        m -> m.entry() != 0 || m.again() != null || m.map() != 0 || m.setup().maxprot() != 15;
    leans(wrong, Way.ERRORS, Way.GENERAL);
    leans(m -> DevmapFlag.allowsRemap(m.setup().flags()), Way.REMAPS, Way.GENERAL);
    more(ExportStep.Remap.class, Way.REMAPS);
    more(ExportStep.Fork.class, Way.PROCESSES);
  }

  private static void more(Class<?> kind, Way own) {
    long ours = count(own, kind);
    long others = count(Way.GENERAL, kind);
    assertTrue(ours > others * 1.3, own + " " + ours + ", GENERAL " + others);
  }

  private static void leans(Predicate<ExportStep.Map> to, Way own, Way other) {
    int ours = share(own, ALL, to);
    int others = share(other, ALL, to);
    assertTrue(ours > others * 1.3, ours + " of 1000, " + other + " " + others);
  }

  /** How many of 1,000 mappings are so. */
  private static int share(Way way, Declaration declared, Predicate<ExportStep.Map> so) {
    List<ExportStep.Map> maps =
        steps(way, declared)
            .filter(ExportStep.Map.class::isInstance)
            .map(ExportStep.Map.class::cast)
            .toList();
    assertFalse(maps.isEmpty());
    return (int) (maps.stream().filter(so).count() * 1000 / maps.size());
  }

  private static long count(Way way, Class<?> kind) {
    return steps(way, ALL).filter(kind::isInstance).count();
  }

  private static Set<Class<?>> kinds(Way way, Declaration declared) {
    Set<Class<?>> kinds = new HashSet<>();
    steps(way, declared).forEach(s -> kinds.add(s.getClass()));
    return kinds;
  }

  private static Stream<Step> steps(Way way, Declaration declared) {
    return plans(way, declared).flatMap(p -> p.steps().stream());
  }

  private static Stream<Plan> plans(Way way, Declaration declared) {
    return IntStream.range(0, 60).mapToObj(seed -> way.plan(seed, declared));
  }
}
