package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;

/**
 * Calls that overlap, on one machine. One runs at a time; where it ends, waits or stalls, somebody
 * else may go on. They are judged together when nothing can go on any more.
 */
final class Overlap {
  private final Session session;
  private final Scheduler scheduler;
  private final List<Event> seen = new ArrayList<>();
  private final List<Ended> ended = new ArrayList<>();
  private final List<Choice> choices = new ArrayList<>();
  private boolean on;
  private boolean panicked;

  /**
   * A call to be made.
   *
   * @param proc by a thread of which process
   * @param context in which context
   * @param call what
   * @param name of what it makes; 0 for nothing
   * @param cleanup what its cleanup function does; null where it gives none
   */
  record Made(long proc, Context context, Call call, int name, Session.Cleanup cleanup) {}

  /** A call that has ended. */
  private record Ended(int id, int name, Call call, Outcome outcome) {}

  /** A thread of the plan: its next call is asked for when the one before has ended. */
  static final class Thread {
    private final Supplier<Made> calls;
    private Made next;
    private Strand out;

    /** Whose calls are these, in order; null behind the last. */
    Thread(Supplier<Made> calls) {
      this.calls = calls;
    }

    private boolean hasNext() {
      next = next == null ? calls.get() : next;
      return next != null;
    }
  }

  Overlap(Session session, Scheduler scheduler) {
    this.session = session;
    this.scheduler = scheduler;
  }

  /** Whether calls overlap now, and what is seen is to be judged later. */
  boolean isOn() {
    return on;
  }

  /** Between whom there was a choice. */
  List<Choice> choices() {
    return choices;
  }

  void seen(Event event) {
    seen.add(event);
  }

  /** The cookie that a call of a name gave, an allocation or a lock; or null. */
  Long given(int name, boolean lock) {
    for (Ended e : ended) {
      boolean sort = e.outcome instanceof Outcome.Locked == lock;
      if (e.name == name && name != 0 && sort && cookie(e.outcome) != 0) {
        return cookie(e.outcome);
      }
    }
    return null;
  }

  long givenAt(int name) {
    for (Ended e : ended) {
      if (e.name == name && e.outcome instanceof Outcome.Allocated a) {
        return a.address();
      }
    }
    return 0;
  }

  boolean hasGiven(long cookie) {
    return ended.stream().anyMatch(e -> cookie(e.outcome) == cookie);
  }

  private static long cookie(Outcome outcome) {
    if (outcome instanceof Outcome.Allocated a) {
      return a.cookie();
    }
    return outcome instanceof Outcome.Locked l && l.errno() == 0 ? l.cookie() : 0;
  }

  void ended(int id, int name, Call call, Outcome outcome) {
    ended.add(new Ended(id, name, call, outcome));
    panicked |= outcome instanceof Outcome.Panicked;
  }

  /**
   * Lets them go on until nothing can, or the machine stops.
   *
   * @param take which is taken: of the number of the choice, and of how many there are
   * @return what was seen, in order
   */
  List<Event> all(List<Thread> threads, IntBinaryOperator take) {
    return overlapped(() -> drive(threads, take, true));
  }

  /**
   * Lets them all run at once, as they come, until each has ended or waits; who is woken then goes
   * on alone.
   *
   * @return what was seen, in order
   */
  List<Event> freely(List<Thread> threads) {
    return overlapped(
        () -> {
          // All are seen to be called before any runs: else the first is done before the last
          // begins.
          List<Runnable> bodies = new ArrayList<>();
          for (Thread t : threads) {
            Session.Announced first = announced(t);
            if (first != null) {
              bodies.add(() -> runs(t, first));
            }
          }
          scheduler.together(bodies);
          drive(threads, (choice, of) -> 0, false);
        });
  }

  private List<Event> overlapped(Runnable calls) {
    seen.clear();
    ended.clear();
    on = true;
    try {
      calls.run();
    } finally {
      on = false;
    }
    return List.copyOf(seen);
  }

  /** Makes the calls of a thread, on that thread, until one waits. */
  private void runs(Thread t, Session.Announced first) {
    for (Session.Announced next = first; next != null; next = announced(t)) {
      if (!scheduler.within(next.strand(), next.call())) {
        return;
      }
      synchronized (session) {
        session.ended(next.strand());
        t.out = null;
      }
    }
    scheduler.arrives();
  }

  /** The next call of a thread, which is seen to be made; null if there is none. */
  private Session.Announced announced(Thread t) {
    synchronized (session) { // It is what has been seen that says what is called next.
      if (panicked || session.over() || !t.hasNext()) {
        return null;
      }
      Session.Announced next = session.announces(t.next);
      t.next = null;
      t.out = next.strand();
      return next;
    }
  }

  private void drive(List<Thread> threads, IntBinaryOperator take, boolean stalling) {
    scheduler.overlapping(stalling);
    try {
      Object last = null;
      for (List<Object> can = can(threads, last);
          !can.isEmpty() && !panicked && !session.over();
          can = can(threads, last)) {
        last = can.get(can.size() == 1 ? 0 : chosen(take, threads, can));
        goesOn(last);
      }
    } finally {
      scheduler.overlapping(false);
    }
  }

  private int chosen(IntBinaryOperator take, List<Thread> threads, List<Object> can) {
    choices.add(new Choice(can.stream().map(c -> going(threads, c)).toList()));
    return take.applyAsInt(choices.size() - 1, can.size());
  }

  private static Choice.Going going(List<Thread> threads, Object who) {
    Strand out = who instanceof Thread t ? t.out : (Strand) who;
    String step = out == null || out.stalledAt == null ? "" : out.stalledAt;
    return new Choice.Going(threads.indexOf(who), step); // OTHER if it is none of them.
  }

  /** Whoever can go on: whoever did last first, then the threads, then whatever else waits. */
  private List<Object> can(List<Thread> threads, Object last) {
    List<Strand> ready = new ArrayList<>(scheduler.ready());
    List<Object> can = new ArrayList<>();
    for (Thread t : threads) {
      if (t.out != null && t.out.ended()) {
        t.out = null;
      }
      if (t.out == null ? t.hasNext() : ready.remove(t.out)) {
        can.add(t);
      }
    }
    can.addAll(ready);
    if (can.remove(last)) {
      can.add(0, last);
    }
    return can;
  }

  private void goesOn(Object who) {
    if (!(who instanceof Thread t)) {
      session.goesOn((Strand) who);
    } else if (t.out == null) {
      Made made = t.next;
      t.next = null;
      t.out = session.begins(made);
    } else {
      session.goesOn(t.out);
    }
  }

  /** What is looked at behind them, call by call. */
  void after(Conduct conduct) {
    List<Ended> all = List.copyOf(ended);
    session.settle();
    session.judge().countedOverlapped(List.copyOf(seen));
    for (Ended e : all) {
      if (session.over()) {
        return;
      }
      conduct.after(e.id, e.call, e.outcome, e.name);
    }
  }
}
