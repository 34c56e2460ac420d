package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.reference.model.Orders.OrderStep;
import umemtck.reference.model.Orders.What;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;

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
}
