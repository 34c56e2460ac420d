package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** How simple the steps about exports get when nothing about them matters. */
final class SimplerExportTest {
  private static final int RW = Prot.READ | Prot.WRITE;
  private static final Of PAGE = new Of(2, true, Size.pages(0), Size.pages(1));

  static List<Step> every() {
    return EveryStep.ABOUT_EXPORTS.steps();
  }

  @Test
  void a_page_at_the_beginning_shared_set_up_once_by_the_process_of_boot() {
    Step least = ExportStep.Map.plain(1, 0, 0, 1, Setup.plain(PAGE));
    assertEquals(least, least(some(ExportStep.Map.class), s -> true));
  }

  @Test
  void a_remap_to_a_page_at_the_beginning() {
    Step least = new ExportStep.Remap(2, PAGE, Prot.ALL, 0);
    assertEquals(least, least(some(ExportStep.Remap.class), s -> true));
  }

  @Test
  void whoever_else_does_it_the_process_of_boot_does() {
    assertEquals(
        new ExportStep.Fork(3, 0), least(some(ExportStep.Fork.class), s -> true), "a fork");
    assertEquals(0, ((ExportStep.Model) least(some(ExportStep.Model.class), s -> true)).proc());
    Step protect = new ExportStep.Protect(2, 6, 1, Prot.READ);
    assertEquals(new ExportStep.Protect(0, 6, 1, Prot.READ), least(protect, s -> true));
    assertEquals(
        new ExportStep.SharedMap(0, 0, 1, 0), least(some(ExportStep.SharedMap.class), s -> true));
  }

  @Test
  void a_mapping_that_is_too_long_is_so_from_the_first_page_on() {
    Step some = some(ExportStep.SharedMap.class);
    assertEquals(
        new ExportStep.SharedMap(0, 0, 2, 0),
        least(some, s -> s instanceof ExportStep.SharedMap m && m.pages() > 1));
  }

  @Test
  void an_offset_that_matters_is_a_page() {
    Of of = new Of(1, false, new Size(Size.Base.COOKIE, 3, 5), Size.pages(1));
    ExportStep.Remap least =
        (ExportStep.Remap)
            least(
                new ExportStep.Remap(1, of, Prot.ALL, 0),
                s -> s instanceof ExportStep.Remap r && !r.of().off().equals(Size.pages(0)));
    assertEquals(Size.pages(1), least.of().off());
  }

  @Test
  void what_can_be_remapped_is_valid() {
    Predicate<ExportStep.Map> remappable = m -> DevmapFlag.allowsRemap(m.setup().flags());
    Step least =
        least(some(ExportStep.Map.class), s -> s instanceof ExportStep.Map m && remappable.test(m));
    assertEquals(DevmapFlag.DEVMAP_ALLOW_REMAP, ((ExportStep.Map) least).setup().flags());
  }

  static Stream<Arguments> matters() {
    return Stream.of(
        row("a second setup", m -> m.again() != null),
        row("pages", m -> m.pages() > 1),
        row("protection", m -> m.prot() == Prot.READ),
        row("sharing", m -> m.share() == MapFlag.MAP_PRIVATE),
        row("what the entry returns", m -> m.entry() == -1),
        row("what devmap_map returns", m -> m.map() == Errno.ENXIO),
        row("a callback", m -> m.setup().callbacks() != 0),
        row("a flag", m -> DevmapFlag.allowsRemap(m.setup().flags())),
        row("maxprot", m -> m.setup().maxprot() != Prot.ALL),
        row("an offset", m -> m.setup().of().off().pages() != 0),
        row("a length", m -> m.setup().of().len().base() == Size.Base.COOKIE));
  }

  /** What matters stays, and nothing else does. */
  @ParameterizedTest
  @MethodSource("matters")
  void one_thing_stays(String what, Predicate<ExportStep.Map> stays) {
    ExportStep.Map least =
        (ExportStep.Map) least(some(ExportStep.Map.class), s -> stays.test((ExportStep.Map) s));
    assertTrue(stays.test(least), least.toString());
    assertEquals(1, differences(least), () -> what + ": " + least);
  }

  /** In how much a mapping is not as plain as it could be. */
  private static long differences(ExportStep.Map m) {
    Setup u = m.setup();
    return Stream.of(
            m.again() != null,
            m.pages() != 1,
            m.prot() != RW,
            m.share() != MapFlag.MAP_SHARED,
            m.opened() != RW,
            m.entry() != 0,
            m.map() != 0,
            m.proc() != 0,
            m.page() != 0,
            u.callbacks() != 0,
            u.flags() != 0,
            u.maxprot() != Prot.ALL,
            !u.of().off().equals(Size.pages(0)),
            !u.of().len().equals(Size.pages(1)))
        .filter(so -> so)
        .count();
  }

  /** What is mapped and what is shown of it get shorter together, for both setups. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_second_setup_is_as_long_as_the_mapping_and_of_the_same_memory(long pages) {
    Setup first = new Setup(of(1, 4), Prot.ALL, 2, 1);
    Setup second = new Setup(of(3, 4), Prot.READ, 3, 2);
    Step step = new ExportStep.Map(1, 0, 0, 4, RW, 1, RW, first, second, 0, 0);
    ExportStep.Map least =
        (ExportStep.Map) least(step, s -> s instanceof ExportStep.Map m && fits(m, pages));
    Setup plain = Setup.plain(of(1, pages));
    assertEquals(new ExportStep.Map(1, 0, 0, pages, RW, 1, RW, List.of(plain, plain), 0, 0), least);
  }

  /** Whether both setups are of the whole mapping, which has so many pages at least. */
  private static boolean fits(ExportStep.Map m, long pages) {
    return m.again() != null
        && m.pages() >= pages
        && m.setups().stream().allMatch(u -> u.of().len().equals(Size.pages(m.pages())));
  }

  private static Of of(int name, long pages) {
    return new Of(name, false, Size.pages(0), Size.pages(pages));
  }

  /** What got simpler never gets back to where it was, so that shrinking ends. */
  @ParameterizedTest
  @MethodSource("every")
  void no_way_leads_back(Step step) {
    assertEquals(Set.of(), cycle(step));
  }

  @Test
  void nor_from_any_step_of_a_recipe() {
    Declaration all = Declaration.ofPageSize(16).offering(Feature.values());
    for (int seed = 0; seed < 6; seed++) {
      for (ExportRecipe recipe : ExportRecipe.values()) {
        for (Step step : recipe.plan(new Random(seed), all).steps()) {
          assertEquals(Set.of(), cycle(step));
        }
      }
    }
  }

  /** The steps below a step that lead back to themselves. */
  private static Set<Step> cycle(Step step) {
    Map<Step, Boolean> done = new HashMap<>();
    Set<Step> back = new HashSet<>();
    walk(step, done, back);
    return back;
  }

  private static void walk(Step step, Map<Step, Boolean> done, Set<Step> back) {
    done.put(step, false);
    for (Step simpler : Simpler.than(step)) {
      if (!done.containsKey(simpler)) {
        walk(simpler, done, back);
      } else if (!done.get(simpler)) {
        back.add(simpler);
      }
    }
    done.put(step, true);
  }

  @Test
  void nothing_is_simpler_than_itself() {
    for (Step step : every()) {
      assertFalse(Simpler.than(step).contains(step), step.toString());
    }
  }

  private static Arguments row(String what, Predicate<ExportStep.Map> stays) {
    return Arguments.of(what, stays);
  }

  private static Step some(Class<? extends Step> kind) {
    return every().stream().filter(kind::isInstance).findFirst().orElseThrow();
  }

  private static Step least(Step step, Predicate<Step> matters) {
    Predicate<Plan> fails = p -> p.steps().size() == 1 && matters.test(p.steps().get(0));
    return new Shrinker(fails).shrink(new Plan(Map.of(), false, List.of(step))).steps().get(0);
  }
}
