package umemtck.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.conformance.Faulty;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Bench;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;

/**
 * Of what a call with NOSLEEP was short: only of that can it show the test (ALLOC.nosleep-null).
 */
final class ShortOfEachTest {
  private static final Map<Resource, Long> ENOUGH =
      Map.of(Resource.PAGES, 9L, Resource.SWAP, 9L, Resource.ADDRESS, 9L, Resource.COOKIES, 9L);

  @ParameterizedTest
  @CsvSource({
    "PAGES,SHORT_OF_PAGES",
    "SWAP,SHORT_OF_SWAP",
    "ADDRESS,SHORT_OF_ADDRESS",
    "COOKIES,SHORT_OF_COOKIES"
  })
  void each_resource_is_told_apart(Resource scarce, Situation expected) {
    assertEquals(Set.of(expected), shortages(DDI_UMEM_NOSLEEP | DDI_UMEM_PAGEABLE, scarce));
  }

  /** A machine that overdraws one of two is refused for the other: nothing would show. */
  @Test
  void short_of_two_shows_neither() {
    assertEquals(Set.of(), shortages(DDI_UMEM_NOSLEEP, Resource.PAGES, Resource.COOKIES));
  }

  @Test
  void what_is_not_needed_is_not_short() {
    assertEquals(Set.of(), shortages(DDI_UMEM_NOSLEEP, Resource.SWAP));
  }

  @Test
  void a_call_that_may_wait_shows_nothing_of_nosleep() {
    assertEquals(Set.of(), shortages(DDI_UMEM_SLEEP, Resource.PAGES));
  }

  private static Set<Situation> shortages(int flag, Resource... scarce) {
    Map<Resource, Long> free = new java.util.EnumMap<>(ENOUGH);
    List.of(scarce).forEach(r -> free.put(r, 0L));
    Step alloc = new Step.Alloc(1, Size.pages(1), flag, Context.USER);
    Bench bench = new Bench(Faulty.none(), Profile.DOCUMENTED);
    return bench.run(new Plan(free, false, List.of(alloc)), 1).situations().stream()
        .filter(s -> s.word().startsWith("short-of-"))
        .collect(Collectors.toSet());
  }
}
