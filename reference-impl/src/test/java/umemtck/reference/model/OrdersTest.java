package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.reference.model.Orders.OrderStep;
import umemtck.reference.model.Orders.What;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;

/** Calls that overlap are legal if some order of their steps is. */
final class OrdersTest {
  private static final Outcome DENIED = new Outcome.Locked(Errno.ENOMEM, 0);
  private static final Outcome FAULT = new Outcome.Locked(Errno.EFAULT, 0);
  private static final Outcome DONE = Outcome.Done.INSTANCE;

  /** Eight pages are mapped, of which so many may be locked. */
  private static Overlap pages(int limit) {
    return Overlap.of(Profile.ILLUMOS).maps(0, 8).limits(limit);
  }

  private static Outcome locked(long cookie) {
    return new Outcome.Locked(0, cookie);
  }

  private static List<String> blamed(Orders.Found found) {
    return assertInstanceOf(Orders.Illegal.class, found, found::toString).breaches().stream()
        .map(Breach::facet)
        .toList();
  }

  private static void legal(Orders.Found found) {
    assertInstanceOf(Orders.Legal.class, found, found::toString);
  }

  private static Orders.Found lastPage(Outcome a, Outcome b) {
    Overlap o = pages(1);
    int first = o.calls(LockStory.lock(0, 1));
    int second = o.calls(LockStory.lock(1, 1));
    return o.ends(first, a).ends(second, b).found();
  }

  @Test
  void of_two_locks_for_the_last_page_one_wins() {
    legal(lastPage(locked(0x100), DENIED));
    legal(lastPage(DENIED, locked(0x100)));
    assertTrue(
        blamed(lastPage(locked(0x100), locked(0x200))).contains("ACCT.project-limit/refused"));
    assertTrue(blamed(lastPage(DENIED, DENIED)).size() > 0, "somebody must win");
  }

  @Test
  void a_charge_that_is_refunded_makes_another_denial_right() {
    Overlap o = pages(1);
    int fails = o.calls(LockStory.lock(9, 1));
    int denied = o.calls(LockStory.lock(1, 1));
    legal(o.ends(denied, DENIED).ends(fails, FAULT).found());
  }

  @Test
  void but_not_once_it_has_been_refunded() {
    Overlap o = pages(1);
    int fails = o.calls(LockStory.lock(9, 1));
    o.ends(fails, FAULT);
    int denied = o.calls(LockStory.lock(1, 1));
    assertTrue(blamed(o.ends(denied, DENIED).found()).size() > 0);
  }

  @Test
  void an_unlock_lets_pages_go_before_it_credits() {
    Overlap o = pages(1).locks(0, 1, 0x100);
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    int munmap = o.calls(LockStory.documented().unmap(0, 1));
    o.ends(munmap, DONE);
    int lock = o.calls(LockStory.lock(1, 1));
    legal(o.ends(lock, DENIED).ends(unlock, DONE).found());
  }

  @Test
  void an_order_that_breaks_real_time_is_none() {
    Overlap o = pages(1).locks(0, 1, 0x100);
    int lock = o.calls(LockStory.lock(1, 1));
    o.ends(lock, locked(0x200));
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    assertTrue(
        blamed(o.ends(unlock, DONE).found()).contains("ACCT.project-limit/refused"),
        "the lock had ended before the unlock was called");
  }

  @Test
  void a_refusal_says_the_longest_order_and_what_fits_nowhere() {
    Overlap o = pages(1).locks(0, 1, 0x100);
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    int one = o.calls(LockStory.lock(1, 1));
    int two = o.calls(LockStory.lock(2, 1));
    o.ends(unlock, DONE).ends(one, locked(0x200)).ends(two, locked(0x300));
    Orders.Illegal refusal = assertInstanceOf(Orders.Illegal.class, o.found());
    assertEquals(5, refusal.explained(), "three calls, and two of their ends");
    assertTrue(refusal.longest().contains(new OrderStep(one, What.DONE)), refusal::toString);
  }

  @Test
  void overlapping_allocations_may_refuse_each_other() {
    Overlap o = Overlap.of(Profile.DOCUMENTED).free(3);
    int two = o.calls(Context.USER, Ids.PROCESS, Overlap.alloc(4));
    int one = o.calls(Context.USER, Ids.PROCESS, Overlap.alloc(2));
    legal(o.ends(one, Outcome.Allocated.REFUSED).ends(two, Outcome.Allocated.REFUSED).found());
  }

  private static Overlap besideASleeper(int free) {
    Overlap o = Overlap.of(Profile.DOCUMENTED).free(free);
    o.calls(sleep(2));
    return o.ends(o.calls(Overlap.alloc(2)), Outcome.Allocated.REFUSED);
  }

  @Test
  void what_a_sleeper_has_taken_is_not_taken_twice() {
    legal(besideASleeper(3).found());
    assertTrue(blamed(besideASleeper(4).found()).size() > 0, "there is enough for both");
  }

  @Test
  void nobody_is_in_the_way_of_itself() {
    Overlap o = Overlap.of(Profile.DOCUMENTED).free(3);
    o.calls(new Call.GetLocked(Holder.PROJECT, Ids.PROJECT));
    o.ends(o.calls(Overlap.alloc(2)), Outcome.Allocated.REFUSED);
    assertTrue(blamed(o.found()).size() > 0);
  }

  /** Two of four pages are gone: a sleeper has them, and the other has none yet. */
  @Test
  void a_sleeper_takes_before_a_call_whose_end_is_known() {
    Overlap o = Overlap.of(Profile.DOCUMENTED).free(4);
    o.calls(sleep(2));
    int one = o.calls(Overlap.alloc(1));
    int reads = o.calls(new Call.GetFree(Resource.PAGES));
    o.ends(reads, new Outcome.Amount(2));
    legal(o.ends(one, new Allocated(0x400, 0x200)).found());
  }

  @Test
  void too_many_orders_are_said_to_be() {
    Overlap o = pages(8);
    for (int i = 0; i < 6; i++) {
      o.calls(LockStory.lock(i, 1));
    }
    for (int i = 0; i < 6; i++) {
      o.ends(o.first() + i, i == 5 ? new Outcome.Locked(Errno.EACCES, 0) : locked(0x100 + i));
    }
    assertEquals(new Orders.TooMany(50), o.found(50));
    assertTrue(blamed(o.found()).size() > 0, "with more patience it is refused");
  }

  @Test
  void as_many_states_as_it_takes_are_enough() {
    Overlap o = pages(8);
    int one = o.calls(lock(0));
    int two = o.calls(lock(1));
    o.ends(one, locked(0x100)).ends(two, locked(0x200));
    assertEquals(11, least(o));
    int waits = (o = Overlap.of(Profile.DOCUMENTED).free(3)).calls(sleep(2));
    int gets = o.calls(Overlap.alloc(2));
    o.ends(gets, Allocated.REFUSED).ends(waits, new Allocated(0x400, 0x100));
    assertEquals(5, least(o));
  }

  private static int least(Overlap o) {
    int least = 1;
    while (o.found(least) instanceof Orders.TooMany many) {
      assertEquals(least, many.looked());
      least++;
    }
    legal(o.found(least));
    return least;
  }

  private static Call sleep(long pages) {
    return new Call.UmemAlloc(pages * LockStory.P, UmemFlag.DDI_UMEM_SLEEP);
  }

  @Test
  void nothing_that_ends_takes_no_step() {
    Overlap o = pages(1);
    o.calls(LockStory.lock(0, 1));
    assertEquals(
        List.of(), assertInstanceOf(Orders.Legal.class, o.found()).order(), "it is still out");
  }

  /** One state is enough for one answer; all of them are asked for what may come next. */
  @Test
  void of_several_states() {
    Overlap rich = pages(8).locks(7, 1, 0x700);
    Overlap poor = pages(8).locks(6, 1, 0x600);
    for (Overlap o : List.of(rich, poor)) {
      o.ends(o.calls(LockStory.lock(0, 1)), locked(0x100));
    }
    List<UmemState> from = List.of(rich.from(), poor.from());
    Orders.Legal every = (Orders.Legal) new Orders(rich.model, rich.events()).every(from);
    assertEquals(2, every.states().size());
    assertEquals(1, every.order().size());
    Orders.Legal any = (Orders.Legal) new Orders(rich.model, rich.events()).any(from);
    assertEquals(1, any.states().size());
    assertEquals(every.order(), any.order());
  }

  /** What is no call at all in one state does not hurt if another one explains it. */
  @Test
  void a_duty_that_is_broken_in_one_state_alone() {
    Overlap two = pages(8).does(new Call.NewProcess(Ids.PROJECT), new Outcome.Created(2));
    Overlap one = pages(8).does(new Call.GetLocked(Holder.PROJECT, 0), new Outcome.Amount(0));
    two.ends(two.calls(LockStory.lock(0, 1)), locked(0x100));
    two.ends(two.calls(new Call.Exit(2)), DONE);
    legal(new Orders(two.model, two.events()).every(List.of(one.from(), two.from())));
    legal(new Orders(two.model, two.events()).every(List.of(two.from(), one.from())));
    Orders broken = new Orders(two.model, two.events());
    List<UmemState> alone = List.of(one.from());
    assertThrows(IllegalStateException.class, () -> broken.every(alone));
  }

  @Test
  void a_cleanup_function_is_called_while_others_are_out() {
    Call longterm =
        LockStory.lockmemory(
            Ids.PROCESS, 0, 1, LockStory.READ | LockStory.LONGTERM, CallbackVector.CLEANUP);
    Overlap o = pages(8).does(longterm, locked(0x100));
    int gives = o.last();
    int munmap = o.calls(LockStory.documented().unmap(0, 1));
    int lock = o.calls(LockStory.lock(1, 1));
    o.began(munmap, gives, 0x100).ends(lock, locked(0x200)).cameBack(gives);
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    legal(o.ends(unlock, DONE).ends(munmap, DONE).found());
  }

  // ---- A lock fails in two steps.

  /** The page was not there when it was looked for, and is when the charge is given back. */
  private static Overlap failsLate(Outcome end) {
    Overlap o = pages(1);
    int fails = o.calls(LockStory.lock(9, 1));
    Call mmap =
        new Call.Mmap(
            Ids.PROCESS, Overlap.at(9), LockStory.P, MappingKind.ANON_PRIVATE, LockStory.RW);
    o.ends(o.calls(mmap), DONE);
    o.ends(o.calls(LockStory.lock(1, 1)), DENIED);
    return o.ends(fails, end);
  }

  @Test
  void what_failed_gives_its_charge_back_later() {
    legal(failsLate(FAULT).found());
    assertTrue(blamed(failsLate(new Outcome.Locked(Errno.EACCES, 0)).found()).size() > 0);
    assertTrue(blamed(failsLate(new Outcome.Locked(Errno.EFAULT, 0x500)).found()).size() > 0);
    assertTrue(blamed(failsLate(DENIED).found()).size() > 0);
  }

  /** It is charged first: what was wrong before that is no reason. */
  @Test
  void what_could_not_be_charged_yet_cannot_fail_later() {
    Overlap o = pages(1).locks(0, 1, 0x100);
    int fails = o.calls(LockStory.lock(9, 1));
    Call mmap =
        new Call.Mmap(
            Ids.PROCESS, Overlap.at(9), LockStory.P, MappingKind.ANON_PRIVATE, LockStory.RW);
    o.ends(o.calls(mmap), DONE);
    o.ends(o.calls(new Call.UmemUnlock(0x100)), DONE);
    o.ends(o.calls(LockStory.lock(1, 1)), DENIED);
    assertTrue(blamed(o.ends(fails, FAULT).found()).size() > 0);
  }

  // ---- Who exits waits for what is charged for it.

  private static Overlap others(int processes) {
    Overlap o = pages(1);
    for (int i = 0; i < processes; i++) {
      o.does(new Call.NewProcess(Ids.PROJECT), new Outcome.Created(2 + i));
    }
    Call mmap =
        new Call.Mmap(2, Overlap.at(0), LockStory.P, MappingKind.ANON_PRIVATE, LockStory.RW);
    return o.does(mmap, DONE);
  }

  private static Orders.Found exits(int proc) {
    Overlap o = others(2).does(LockStory.lockmemory(2, 0, 1), locked(0x100));
    int unlock = o.calls(new Call.UmemUnlock(0x100));
    o.ends(o.calls(new Call.Exit(proc)), DONE);
    o.ends(o.calls(LockStory.lock(1, 1)), DENIED);
    return o.ends(unlock, DONE).found();
  }

  @Test
  void an_exit_waits_for_a_credit() {
    legal(exits(3));
    assertTrue(blamed(exits(2)).size() > 0);
  }

  /** A process exits while memory of process 2 is being locked, and is charged for it. */
  private static Overlap exitsBesideALock(int proc) {
    Overlap o = pages(2);
    for (int p = 2; p <= 3; p++) {
      Call mmap =
          new Call.Mmap(p, Overlap.at(0), LockStory.P, MappingKind.ANON_PRIVATE, LockStory.RW);
      o.does(new Call.NewProcess(Ids.PROJECT), new Outcome.Created(p)).does(mmap, DONE);
      o.does(LockStory.lockmemory(p, 0, 1), locked(0x100L * p));
    }
    int exit = o.calls(new Call.Exit(proc));
    int unlock = o.calls(new Call.UmemUnlock(0x100L * proc));
    int longterm = LockStory.READ | LockStory.LONGTERM;
    int lock = o.calls(LockStory.lockmemory(2, 5, 1, longterm, CallbackVector.CLEANUP));
    o.ends(unlock, DONE).ends(exit, DONE);
    o.ends(o.calls(LockStory.lock(1, 1)), DENIED);
    return o.ends(lock, FAULT);
  }

  @Test
  void an_exit_waits_for_a_lock_of_its_memory() {
    legal(exitsBesideALock(3).found());
    assertTrue(blamed(exitsBesideALock(2).found()).size() > 0);
  }

  /** Whoever locks its memory sees to it that it stays. */
  @Test
  void no_process_exits_while_its_memory_is_being_locked() {
    Overlap o = others(2);
    o.calls(LockStory.lockmemory(2, 0, 1));
    o.calls(new Call.Exit(3));
    legal(o.found());
    o.calls(new Call.Exit(2));
    assertThrows(IllegalStateException.class, o::found);
  }

  // ---- What is said of those that end furthest.

  @Test
  void two_that_end_equally_far_are_both_named() {
    Overlap o = pages(1);
    int denied = o.calls(LockStory.lock(0, 1));
    int fails = o.calls(LockStory.lock(9, 1));
    Orders.Found found = o.ends(fails, locked(0x300)).ends(denied, DENIED).found();
    assertTrue(blamed(found).contains("LOCK.efault-unmapped/errno"), "not charged before");
    assertTrue(blamed(found).contains("ACCT.project-limit/refused"), "or charged for the other");
  }

  @Test
  void who_ended_earlier_is_named_elsewhere() {
    Overlap o = pages(1);
    int denied = o.calls(LockStory.lock(0, 1));
    int fails = o.calls(LockStory.lock(9, 1));
    Orders.Found found = o.ends(denied, DENIED).ends(fails, locked(0x300)).found();
    assertEquals(List.of("LOCK.efault-unmapped/errno"), blamed(found), "the other was charged");
    assertEquals(
        List.of(
            "ACCT.exactly-at-limit/project", "LOCK.success/answer", "LOCK.efault-unmapped/errno"),
        ((Orders.Illegal) found).elsewhere().stream().map(Breach::facet).toList());
  }

  private static Call lock(int page) {
    return LockStory.lock(page, 1);
  }
}
