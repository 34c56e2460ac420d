package umemtck.conformance.judge;

import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import org.junit.jupiter.api.Test;
import umemtck.reference.model.Breach;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;

/** Histories that break the contract, each by the last thing seen, and the facet that says so. */
final class RejectedHistoriesTest {
  private static final int P = Told.P;
  private static final int NOSLEEP = DDI_UMEM_NOSLEEP;
  private static final int SLEEP = DDI_UMEM_SLEEP;
  private static final int PAGEABLE = DDI_UMEM_NOSLEEP | DDI_UMEM_PAGEABLE;
  private static final int TRASH = DDI_UMEM_NOSLEEP | DDI_UMEM_TRASH;
  private static final Outcome PANIC = new Outcome.Panicked("bad trap");

  private static Told machine() {
    return Told.documented().free(8, 8, 8, 8);
  }

  @Test
  void a_byte_that_is_not_zero_in_fresh_memory() {
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .sees(0x100, P, 0, 3, 0xdb)
        .breaks("ALLOC.zero-filled/locked");
    machine()
        .gets(PAGEABLE, P, 0x100, 1)
        .sees(0x100, P, 0, 3, 0xdb)
        .breaks("ALLOC.zero-filled/pageable");
  }

  @Test
  void a_tail_that_is_a_neighbours() {
    machine()
        .gets(NOSLEEP, P - 1, 0x100, 1)
        .gets(NOSLEEP, P, 0x110, 2)
        .fills(0x110, P, 7)
        .sees(0x100, P, 0, P - 1, 7)
        .breaks("ALLOC.round-up/usable");
  }

  @Test
  void a_tail_that_does_not_keep_what_was_stored() {
    machine()
        .gets(NOSLEEP, 1, 0x100, 1)
        .fills(0x100, P, 7)
        .sees(0x100, P, 7, P - 1, 0)
        .breaks("ALLOC.round-up/usable");
  }

  @Test
  void memory_that_cannot_be_touched() {
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .does(new Call.MemoryFill(0x100, P, 1), PANIC)
        .breaks("ALLOC.round-up/usable");
  }

  @Test
  void another_allocations_bytes() {
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .gets(NOSLEEP, P, 0x110, 2)
        .fills(0x100, P, 5)
        .sees(0x110, P, 0, 0, 5)
        .breaks("ALLOC.disjoint/live");
  }

  @Test
  void memory_that_overlaps() {
    machine()
        .gets(NOSLEEP, 2 * P, 0x100, 1)
        .gets(NOSLEEP, P, 0x110, 2)
        .breaks("ALLOC.disjoint/live");
  }

  @Test
  void bytes_that_were_lost_without_pressure() {
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .fills(0x100, P, 5)
        .sees(0x100, P, 5, 0, 0)
        .breaks("ALLOC.round-up/usable");
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .gets(NOSLEEP, P, 0x110, 2)
        .fills(0x100, P, 5)
        .sees(0x100, P, 5, 0, 0)
        .breaks("ALLOC.disjoint/live");
  }

  @Test
  void bytes_that_were_lost_under_pressure() {
    machine()
        .gets(PAGEABLE, P, 0x100, 1)
        .fills(0x100, P, 5)
        .does(new Call.PageOut(), new Outcome.Amount(1))
        .sees(0x100, P, 5, 0, 0)
        .breaks("ALLOC.pageable/contents-survive");
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .fills(0x100, P, 5)
        .does(new Call.PageOut(), new Outcome.Amount(1))
        .sees(0x100, P, 5, 0, 0)
        .breaks("ALLOC.default-locked/contents");
  }

  @Test
  void locked_memory_that_leaves() {
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .does(new Call.PageOut(), new Outcome.Amount(1))
        .does(new Call.IsResident(0x100), new Outcome.Amount(0))
        .breaks("ALLOC.default-locked/resident");
  }

  @Test
  void an_address_in_the_middle_of_a_page() {
    machine().gets(NOSLEEP, P, 0x108, 1).breaks("ALLOC.page-aligned/address");
  }

  @Test
  void an_extent_that_runs_over_the_end() {
    machine().gets(NOSLEEP, 2 * P, -P, 1).breaks("ALLOC.round-up/usable");
  }

  @Test
  void several_things_wrong_with_one_answer_in_their_order() {
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .gets(NOSLEEP, P, 0x108, 1)
        .breaks(
            "COOKIE.valid-interval/distinct", "ALLOC.page-aligned/address", "ALLOC.disjoint/live");
  }

  @Test
  void something_for_size_zero() {
    machine().gets(NOSLEEP, 0, 0x100, 1).breaks("ALLOC.size-zero/refused");
    machine().does(new Call.UmemAlloc(0, SLEEP), PANIC).breaks("ALLOC.size-zero/refused");
    Told t = machine();
    t.rests(t.out(new Call.UmemAlloc(0, SLEEP))).breaks("ALLOC.size-zero/refused");
  }

  @Test
  void size_zero_that_costs() {
    machine()
        .refuses(NOSLEEP, 0)
        .reads(Resource.COOKIES, 7)
        .breaks("ALLOC.size-zero/consumes-nothing");
  }

  @Test
  void a_buffer_for_a_size_that_wraps() {
    machine().gets(NOSLEEP, -P + 1, 0x100, 1).breaks("ALLOC.near-max-wrap/nosleep");
    machine().gets(SLEEP, -1, 0x100, 1).breaks("ALLOC.near-max-wrap/sleep");
    machine().does(new Call.UmemAlloc(-1, NOSLEEP), PANIC).breaks("ALLOC.near-max-wrap/nosleep");
  }

  @Test
  void a_buffer_for_a_size_that_can_never_be() {
    machine().gets(NOSLEEP, 9 * P, 0x100, 1).breaks("ALLOC.impossible-size/nosleep");
    machine().gets(SLEEP, 9 * P, 0x100, 1).breaks("ALLOC.round-up/usable");
    machine().does(new Call.UmemAlloc(9 * P, SLEEP), PANIC).breaks("ALLOC.impossible-size/sleep");
  }

  @Test
  void memory_though_something_is_short() {
    Told.documented()
        .free(1, 8, 8, 8)
        .gets(NOSLEEP, P + 1, 0x100, 1)
        .breaks("ALLOC.nosleep-null/null-when-short");
    Told.documented()
        .free(8, 0, 8, 8)
        .gets(PAGEABLE, P, 0x100, 1)
        .breaks("ALLOC.nosleep-null/null-when-short");
    Told.documented()
        .free(8, 8, 1, 8)
        .gets(NOSLEEP, 2 * P, 0x100, 1)
        .breaks("ALLOC.nosleep-null/null-when-short");
    Told.documented()
        .free(8, 8, 8, 0)
        .gets(TRASH, P, 0, 1)
        .breaks("ALLOC.nosleep-null/null-when-short");
    Told.documented()
        .free(1, 8, 8, 8)
        .gets(SLEEP, P + 1, 0x100, 1)
        .breaks("ALLOC.sleep-succeeds/waits-while-short");
  }

  @Test
  void a_refusal_though_there_is_enough() {
    machine().refuses(NOSLEEP, P).breaks("ALLOC.nosleep-null/only-when-short");
    machine().refuses(SLEEP, P).breaks("ALLOC.sleep-succeeds/enough-at-once");
    Told.illumos().free(8, 8, 8, 8).refuses(TRASH, P).breaks("ALLOC.trash/answer");
  }

  @Test
  void a_refusal_in_another_context() {
    Call.UmemAlloc nosleep = new Call.UmemAlloc(P, NOSLEEP);
    machine()
        .does(Context.INTERRUPT, nosleep, Outcome.Allocated.REFUSED)
        .breaks("ALLOC.context/nosleep-interrupt");
    machine()
        .does(Context.KERNEL, new Call.UmemAlloc(P, SLEEP), Outcome.Allocated.REFUSED)
        .breaks("ALLOC.context/sleep-kernel", "ALLOC.sleep-succeeds/enough-at-once");
  }

  @Test
  void a_caller_who_must_not_wait_and_waits() {
    Told t = Told.documented().free(0, 8, 8, 8);
    t.rests(t.out(new Call.UmemAlloc(P, NOSLEEP))).breaks("ALLOC.nosleep-null/does-not-block");
  }

  @Test
  void a_caller_who_waits_though_there_is_enough() {
    Told t = machine();
    t.rests(t.out(new Call.UmemAlloc(P, SLEEP))).breaks("ALLOC.sleep-succeeds/enough-at-once");
  }

  @Test
  void a_null_for_a_caller_who_can_wait() {
    Told.documented().free(0, 8, 8, 8).refuses(SLEEP, P).breaks("ALLOC.sleep-succeeds/never-null");
    Told.documented()
        .free(8, 0, 8, 8)
        .refuses(SLEEP | DDI_UMEM_PAGEABLE, P)
        .breaks("ALLOC.sleep-succeeds/pageable-never-null");
    Told.illumos()
        .free(0, 8, 8, 8)
        .refuses(SLEEP | DDI_UMEM_PAGEABLE, P)
        .breaks("ALLOC.sleep-succeeds/pageable-never-null");
  }

  @Test
  void a_sleeper_that_nobody_wakes() {
    Told t = Told.documented().free(1, 8, 8, 8).gets(NOSLEEP, P, 0x100, 1);
    int sleeper = t.out(new Call.UmemAlloc(P, SLEEP));
    t.rests(sleeper).frees(1).rests(sleeper).breaks("ALLOC.sleep-succeeds/woken");
  }

  @Test
  void of_several_sleepers_one_too_many_stays() {
    Told t = Told.documented().free(0, 8, 8, 8);
    int one = t.out(new Call.UmemAlloc(P, SLEEP));
    int two = t.out(new Call.UmemAlloc(2 * P, SLEEP));
    t.rests(one, two).does(new Call.SetFree(Resource.PAGES, 1), Outcome.Done.INSTANCE);
    t.rests(one, two).breaks("ALLOC.sleep-succeeds/woken");
  }

  @Test
  void cookies_that_are_wrong() {
    machine().gets(NOSLEEP, P, 0x100, 0).breaks("ALLOC.cookie-out/success");
    machine().gets(NOSLEEP, P, 0x100, CookieRef.POISON).breaks("ALLOC.cookie-out/success");
    Told.documented()
        .free(0, 8, 8, 8)
        .gets(NOSLEEP, P, 0, CookieRef.POISON)
        .breaks("ALLOC.cookie-out/failure");
    Told.documented().free(0, 8, 8, 8).gets(NOSLEEP, P, 0, 5).breaks("ALLOC.cookie-out/failure");
    machine().gets(TRASH, P, 0x100, 1).breaks("ALLOC.trash/answer");
    Told.documented().free(8, 8, 8, 0).gets(TRASH, P, 0x100, 0).breaks("ALLOC.trash/answer");
  }

  @Test
  void what_a_call_without_effect_changes() {
    Told.documented()
        .free(0, 8, 8, 8)
        .refuses(NOSLEEP, P)
        .reads(Resource.SWAP, 7)
        .breaks("ALLOC.nosleep-null/refusal-changes-nothing");
    machine().frees(0).reads(Resource.PAGES, 9).breaks("FREE.null-noop/no-effect");
    machine().gets(TRASH, P, 0, 1).reads(Resource.PAGES, 7).breaks("ALLOC.trash/no-backing");
  }

  @Test
  void what_a_free_does_not_give_back() {
    machine()
        .gets(NOSLEEP, 2 * P, 0x100, 1)
        .frees(1)
        .reads(Resource.PAGES, 7)
        .breaks("FREE.entire-buffer/whole");
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .gets(NOSLEEP, P, 0x110, 2)
        .frees(1)
        .reads(Resource.PAGES, 6)
        .breaks("FREE.entire-buffer/whole");
  }

  @Test
  void a_free_that_panics_or_waits() {
    Call.UmemFree free = new Call.UmemFree(1);
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .does(free, PANIC)
        .breaks("COOKIE.valid-interval/until-free");
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .does(Context.KERNEL, free, PANIC)
        .breaks("FREE.context/kernel");
    machine()
        .gets(NOSLEEP, P, 0x100, 1)
        .does(Context.INTERRUPT, free, PANIC)
        .breaks("FREE.context/interrupt");
    machine().does(new Call.UmemFree(0), PANIC).breaks("FREE.null-noop/no-effect");
    Told t = machine().gets(NOSLEEP, P, 0x100, 1);
    t.rests(t.out(free)).breaks("FREE.entire-buffer/whole");
  }

  @Test
  void what_the_subject_declares_otherwise_is_no_clause() {
    machine().reads(Resource.PAGES, 7).breaks(Breach.UNDECLARED);
    machine().does(new Call.PageOut(), PANIC).breaks(Breach.UNDECLARED);
  }
}
