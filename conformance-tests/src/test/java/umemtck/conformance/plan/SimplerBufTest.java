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
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;

/** How simple the steps about bufs get when nothing about them matters. */
final class SimplerBufTest {
  private static final BufStep.Setup SOME =
      (BufStep.Setup)
          EveryStep.ABOUT_BUFS.steps().stream()
              .filter(BufStep.Setup.class::isInstance)
              .findFirst()
              .orElseThrow();

  static List<Step> every() {
    return EveryStep.ABOUT_BUFS.steps();
  }

  @Test
  void a_page_at_the_beginning_without_waiting_in_user_context() {
    assertEquals(
        new BufStep.Setup(
            1,
            1,
            false,
            Size.bytes(0),
            Size.pages(1),
            BufFlag.B_READ,
            UmemFlag.DDI_UMEM_NOSLEEP,
            Context.USER),
        least(s -> true));
  }

  @Test
  void what_matters_stays() {
    assertEquals(
        UmemFlag.DDI_UMEM_SLEEP, least(s -> s.sleepflag() == UmemFlag.DDI_UMEM_SLEEP).sleepflag());
    assertEquals(Context.KERNEL, least(s -> s.context() != Context.USER).context());
    assertEquals(Size.Base.COOKIE, least(s -> s.len().base() == Size.Base.COOKIE).len().base());
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

  private static BufStep.Setup least(Predicate<BufStep.Setup> matters) {
    Predicate<Plan> fails =
        p ->
            p.steps().size() == 1 && p.steps().get(0) instanceof BufStep.Setup s && matters.test(s);
    Plan least = new Shrinker(fails).shrink(new Plan(Map.of(), false, List.of(SOME)));
    return (BufStep.Setup) least.steps().get(0);
  }
}
