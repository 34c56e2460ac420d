package umemtck.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.reference.model.Orders.OrderStep;
import umemtck.reference.model.Orders.What;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.History;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;

/** Which lines a history gives. */
final class HistoryTextTest {
  private static final Call LOCK =
      new Call.UmemLockMemory(0x1000, 4096, 5, CallbackVector.CLEANUP, 0);
  private static final Call UNLOCK = new Call.UmemUnlock(0x240);
  private static final Call MUNMAP = new Call.Munmap(1, 0x1000, 4096);
  private static final Outcome DONE = Outcome.Done.INSTANCE;

  private final List<Event> seen = new ArrayList<>();

  @Test
  void a_cleanup_function_has_lines_of_its_own_and_names_the_line_of_its_lock() {
    look(1);
    call(2, LOCK, new Outcome.Locked(0, 0x240));
    seen.add(invoked(3, MUNMAP));
    seen.add(new Event.CallbackBegan(3, 2, 0x240));
    call(4, UNLOCK, DONE);
    seen.add(new Event.CallbackEnded(2));
    seen.add(new Event.Completed(3, DONE));
    assertEquals(
        List.of(
            CallText.of(LOCK) + "  ->  0, cookie 0x240",
            "the cleanup function of call 1 begins, with cookie 0x240, inside munmap(proc 1,"
                + " 0x1000, 4096 bytes)",
            "ddi_umem_unlock(0x240)  ->  returned",
            "the cleanup function of call 1 ends",
            "munmap(proc 1, 0x1000, 4096 bytes)  ->  returned"),
        lines());
  }

  @Test
  void a_cleanup_function_may_be_called_before_its_lock_has_returned() {
    seen.add(invoked(1, LOCK));
    seen.add(invoked(2, MUNMAP));
    seen.add(new Event.CallbackBegan(2, 1, 0));
    assertEquals(
        List.of(
            CallText.of(LOCK) + "  begins",
            "munmap(proc 1, 0x1000, 4096 bytes)  begins",
            "the cleanup function of call 1 begins, with cookie NULL, inside munmap(proc 1,"
                + " 0x1000, 4096 bytes)"),
        lines());
  }

  @Test
  void calls_that_overlap_begin_in_one_line_and_end_in_another() {
    seen.add(invoked(1, UNLOCK));
    seen.add(invoked(2, LOCK));
    seen.add(new Event.Completed(1, DONE));
    seen.add(new Event.Completed(2, new Outcome.Locked(0, 0x280)));
    call(3, MUNMAP, DONE);
    assertEquals(
        List.of(
            "ddi_umem_unlock(0x240)  begins",
            CallText.of(LOCK) + "  begins",
            "call 1  ->  returned",
            "call 2  ->  0, cookie 0x280",
            "munmap(proc 1, 0x1000, 4096 bytes)  ->  returned"),
        lines());
  }

  @Test
  void a_legal_order_names_the_lines_where_its_calls_begin() {
    look(1);
    seen.add(invoked(2, UNLOCK));
    seen.add(invoked(3, LOCK));
    seen.add(new Event.Completed(3, new Outcome.Locked(0, 0x280)));
    assertEquals(
        "the machine by itself, then call 1 done; behind that, and in any other order, call 2 with"
            + " its answer fits nowhere",
        HistoryText.order(
            new History(seen),
            List.of(new OrderStep(0, What.INTERNAL), new OrderStep(2, What.DONE))));
  }

  @Test
  void what_waits_is_said_once_and_again_when_it_ends() {
    seen.add(invoked(1, MUNMAP));
    seen.add(new Event.Settled(List.of(1)));
    seen.add(new Event.Settled(List.of(1)));
    call(2, UNLOCK, DONE);
    seen.add(new Event.Completed(1, DONE));
    assertEquals(
        List.of(
            "munmap(proc 1, 0x1000, 4096 bytes)  ->  still waits, and nothing else can run",
            "ddi_umem_unlock(0x240)  ->  returned",
            "the sleeping munmap(proc 1, 0x1000, 4096 bytes)  ->  returned"),
        lines());
  }

  @Test
  void looks_are_left_out_but_for_the_last() {
    look(1);
    call(2, UNLOCK, DONE);
    look(3);
    call(6, new Call.GetLocked(Holder.ZONE, 0), new Outcome.Amount(4096));
    assertEquals(
        List.of("ddi_umem_unlock(0x240)  ->  returned", "get_locked(zone 0)  ->  4096"), lines());
  }

  /** One of each look that is about locked memory, or about exports. */
  private void look(int id) {
    call(id, new Call.GetLimit(Holder.PROJECT, 0), new Outcome.Amount(-1));
    call(id, new Call.GetLocked(Holder.PROJECT, 0), new Outcome.Amount(0));
    call(id, new Call.IsUserResident(1, 0x1000), new Outcome.Amount(1));
    call(id, new Call.UserMatches(1, 0x1000, 4, 7), Outcome.Matched.ALL);
    call(id, new Call.SharedMatches(0, 4, 7), Outcome.Matched.ALL);
  }

  private void call(int id, Call call, Outcome outcome) {
    seen.add(invoked(id, call));
    seen.add(new Event.Completed(id, outcome));
  }

  private static Event invoked(int id, Call call) {
    return new Event.Invoked(id, Context.USER, call);
  }

  private List<String> lines() {
    return HistoryText.lines(new History(seen));
  }
}
