package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;

/**
 * States are values: two that were reached in different ways are one, if nothing tells them apart.
 */
class UmemStateTest {
  private static final Pending SLEEPER =
      new Pending(1, 1, Context.USER, new Call.UmemAlloc(16, DDI_UMEM_SLEEP), false);

  private static Allocation page(long cookie) {
    return new Allocation(
        cookie, CookieKind.NON_PAGEABLE, 0x100, 16, 1, 0, false, Contents.zeros(16));
  }

  @Test
  void equalIfNothingTellsThemApart() {
    UmemState one = UmemState.INIT.invoked(SLEEPER).set(Resource.PAGES, 3).plus(page(1));
    UmemState two = UmemState.INIT.set(Resource.PAGES, 3).plus(page(1)).invoked(SLEEPER);
    assertEquals(one, two);
    assertEquals(one.hashCode(), two.hashCode());
  }

  @Test
  void notEqualIfAnythingDoes() {
    UmemState s = UmemState.INIT.set(Resource.PAGES, 3);
    for (UmemState other :
        List.of(
            s.plus(page(1)),
            s.invoked(SLEEPER),
            s.suspecting("FREE.null-noop/no-effect"),
            UmemState.INIT.set(Resource.PAGES, 4),
            UmemState.INIT.set(Resource.SWAP, 3).set(Resource.PAGES, 3),
            UmemState.INIT)) {
      assertNotEquals(s, other);
      assertNotEquals(other, s);
    }
    assertNotEquals(s, new Object());
    assertFalse(s.plus(page(1)).equals(s.plus(page(2))));
  }

  /** Sets of states are searched at every event: with one hash for all they would be lists. */
  @Test
  void theHashTellsMostStatesApart() {
    long hashes =
        LongStream.range(0, 100)
            .map(n -> UmemState.INIT.set(Resource.PAGES, n).hashCode())
            .distinct()
            .count();
    assertTrue(hashes > 50, hashes + " hashes of 100 states");
  }

  @Test
  void settingsAreCountedThoughTheBudgetsAreTheSame() {
    UmemState once = UmemState.INIT.seen(Resource.PAGES, 3);
    assertEquals(1, once.settings());
    assertEquals(once, once.seen(Resource.PAGES, 3), "what is known is not counted again");
    assertEquals(2, once.seen(Resource.SWAP, 3).settings());
    assertEquals(2, once.seen(Resource.SWAP, 3).budget(Resource.SWAP).setAt());
  }

  @Test
  void whoIsOutWhenNothingRunsHasSlept() {
    UmemState s = UmemState.INIT.invoked(SLEEPER);
    assertFalse(s.pending(1).slept());
    assertTrue(s.rested().pending(1).slept());
  }

  @Test
  void aSleeperHasTakenThoughNothingWasEverSet() {
    assertTrue(SLEEPER.taking(0).took());
    assertFalse(SLEEPER.took());
  }

  @Test
  void whatIsLiveIsListedOldestFirst() {
    UmemState s = UmemState.INIT.plus(page(2)).plus(page(1));
    assertEquals(List.of(page(2), page(1)), s.live());
  }
}
