package umemtck.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import org.junit.jupiter.api.Test;
import umemtck.reference.model.Pending;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;

/** Histories that keep the contract, also where it leaves things open. */
final class AcceptedHistoriesTest {
  private static final int P = Told.P;

  @Test
  void a_whole_life() {
    Told.documented()
        .free(2, 2, 8, 2)
        .gets(DDI_UMEM_NOSLEEP, P + 1, 0x100, 1)
        .reads(Resource.PAGES, 0)
        .sees(0x100, 2 * P, 0, -1, 0)
        .fills(0x100, 2 * P, 7)
        .sees(0x100, 2 * P, 7, -1, 0)
        .refuses(DDI_UMEM_NOSLEEP, P)
        .reads(Resource.PAGES, 0)
        .frees(1)
        .reads(Resource.PAGES, 2)
        .gets(DDI_UMEM_NOSLEEP, P, 0x100, 1)
        .isLegal();
  }

  @Test
  void a_sleeper_may_wait_or_give_up_where_it_can_never_be_satisfied() {
    Told waits = Told.documented().free(8, 8, 8, 8);
    waits.rests(waits.out(new Call.UmemAlloc(9 * P, DDI_UMEM_SLEEP))).isLegal();
    Told.documented().free(8, 8, 8, 8).refuses(DDI_UMEM_SLEEP, 9 * P).isLegal();
    Told wraps = Told.documented().free(8, 8, 8, 8);
    wraps.rests(wraps.out(new Call.UmemAlloc(-1, DDI_UMEM_SLEEP))).isLegal();
  }

  @Test
  void sleepers_may_be_woken_in_any_order() {
    for (boolean oldestFirst : new boolean[] {true, false}) {
      Told t = Told.documented().free(0, 8, 8, 8);
      int a = t.out(new Call.UmemAlloc(P, DDI_UMEM_SLEEP));
      int b = t.out(new Call.UmemAlloc(P, DDI_UMEM_SLEEP));
      t.rests(a, b).does(new Call.SetFree(Resource.PAGES, 1), Outcome.Done.INSTANCE);
      int first = oldestFirst ? a : b;
      int other = oldestFirst ? b : a;
      t.ends(first, new Outcome.Allocated(0x100, 1)).rests(other).isLegal();
      assertEquals(other, t.judge().state().pending().get(0).id());
    }
  }

  @Test
  void calls_that_are_out_are_part_of_the_state() {
    Told t = Told.documented().free(0, 8, 8, 8);
    int id = t.out(Context.KERNEL, new Call.UmemAlloc(P, DDI_UMEM_SLEEP));
    t.rests(id).isLegal();
    Pending p = t.judge().state().pending(id);
    assertEquals(Context.KERNEL, p.context());
    assertEquals(new Call.UmemAlloc(P, DDI_UMEM_SLEEP), p.call());
    assertTrue(p.slept());
  }

  @Test
  void pageable_sleep_without_swap_may_be_refused_in_illumos() {
    Told.illumos().free(8, 0, 8, 8).refuses(DDI_UMEM_SLEEP | DDI_UMEM_PAGEABLE, P).isLegal();
  }

  @Test
  void between_need_and_overhead_both_are_right() {
    Told.declaring(d -> d.withOverhead(Resource.PAGES, 1))
        .free(1, 8, 8, 8)
        .refuses(DDI_UMEM_NOSLEEP, P)
        .isLegal();
    Told.declaring(d -> d.withOverhead(Resource.PAGES, 1))
        .free(1, 8, 8, 8)
        .gets(DDI_UMEM_NOSLEEP, P, 0x100, 1)
        .isLegal();
  }

  @Test
  void where_nothing_is_known_refusal_is_right() {
    Told.documented().refuses(DDI_UMEM_NOSLEEP, P).isLegal();
    Told.documented().gets(DDI_UMEM_NOSLEEP, P, 0x100, 1).isLegal();
  }

  @Test
  void trash_succeeds_with_null_and_a_cookie() {
    Told.documented()
        .free(0, 0, 8, 1)
        .gets(DDI_UMEM_NOSLEEP | DDI_UMEM_TRASH, P, 0, 1)
        .reads(Resource.COOKIES, 0)
        .frees(1)
        .reads(Resource.COOKIES, 1)
        .isLegal();
  }

  @Test
  void trash_is_a_quality_in_documented_and_may_be_refused() {
    Told.documented().free(8, 8, 8, 8).refuses(DDI_UMEM_NOSLEEP | DDI_UMEM_TRASH, P).isLegal();
  }

  @Test
  void an_extent_may_end_at_the_last_address() {
    Told.documented().free(8, 8, 8, 8).gets(DDI_UMEM_NOSLEEP, P, -P, 1).isLegal();
  }

  @Test
  void once_broken_it_stays_broken_and_names_the_first() {
    Told.documented()
        .free(8, 8, 8, 8)
        .refuses(DDI_UMEM_NOSLEEP, P)
        .gets(DDI_UMEM_NOSLEEP, P, 0x108, 1)
        .breaks("ALLOC.nosleep-null/only-when-short");
  }

  @Test
  void a_duty_that_the_kit_breaks_is_a_fault_of_the_kit() {
    Told t = Told.documented();
    assertThrows(IllegalStateException.class, () -> t.frees(77));
  }
}
