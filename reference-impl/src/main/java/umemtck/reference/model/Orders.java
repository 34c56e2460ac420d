package umemtck.reference.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;

/**
 * Judges calls that overlap: what was seen is legal if some order of their steps is legal, each
 * step between the call and its return. A call is one step, but where callers can see it halfway: a
 * lock charges and then pins, an unlock unpins and then credits, and what is put off is done later.
 *
 * <p>A search, depth first, that never looks at one state behind one event twice. A step is taken
 * as late as it can be: right before the event that it explains.
 *
 * <p>Used by one thread.
 */
public final class Orders {
  /** How many states are looked at in one search, unless it is said otherwise. */
  public static final int BUDGET = 200_000;

  private final UmemModel model;
  private final List<Event> events;
  private final Map<Integer, Outcome> outcomes = new HashMap<>();
  private final Set<Looked> looked = new HashSet<>();
  private final Set<UmemState> ends = new LinkedHashSet<>();
  private final Set<Breach> breaches = new LinkedHashSet<>();
  private final Set<Breach> elsewhere = new LinkedHashSet<>();
  private int furthest = -1;

  /** The last call that broke a duty in the order that came there. */
  private int undefined = -1;

  private Taken longest;
  private int budget;
  private boolean all;

  /** A state, and how many events it explains. */
  private record Looked(int events, UmemState state) {}

  /**
   * A step of an order.
   *
   * @param call the number of the call; 0 for what the machine does by itself
   * @param what happened
   */
  public record OrderStep(int call, What what) {}

  /** What a step of an order is. */
  public enum What {
    /** A lock was charged. */
    CHARGED,
    /** It was settled that a lock fails. */
    FAILING,
    /** The call took effect. */
    DONE,
    /** A sleeper, an unlock or the worker went on. */
    INTERNAL
  }

  /** The steps taken so far, the latest first. */
  private record Taken(OrderStep step, Taken before) {
    static List<OrderStep> all(Taken last) {
      List<OrderStep> steps = new ArrayList<>();
      for (Taken t = last; t != null; t = t.before) {
        steps.add(0, t.step);
      }
      return steps;
    }
  }

  /** What a search comes to. */
  public sealed interface Found {}

  /**
   * Some order is legal.
   *
   * @param states where the legal orders lead; one of them, or all, as was asked for
   * @param order a legal one
   */
  public record Legal(List<UmemState> states, List<OrderStep> order) implements Found {
    /** Keeps copies. */
    public Legal {
      states = List.copyOf(states);
      order = List.copyOf(order);
    }
  }

  /**
   * No order is.
   *
   * @param longest the longest legal order of those that explain most events
   * @param explained how many events that order explains; the next one fits nowhere
   * @param breaches why it does not, clause by clause; the most telling first
   * @param elsewhere the most telling breach wherever another order ended, however early
   */
  public record Illegal(
      List<OrderStep> longest, int explained, List<Breach> breaches, List<Breach> elsewhere)
      implements Found {
    /** Keeps copies. */
    public Illegal {
      longest = List.copyOf(longest);
      breaches = List.copyOf(breaches);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /**
   * Too many orders to look at.
   *
   * @param looked how many states were
   */
  public record TooMany(int looked) implements Found {}

  /** What may be taken next: where it leads. */
  private record Next(OrderStep step, UmemState state) {}

  /** A question that an event asks of a state. */
  private interface Question {
    Answer of(UmemState s);
  }

  /**
   * A search.
   *
   * @param events calls, their ends and cleanup functions, as they were seen; a call that is still
   *     out at the end of them may have done what it does by itself, and no more
   */
  public Orders(UmemModel model, List<Event> events) {
    this.model = model;
    this.events = List.copyOf(events);
    for (Event e : events) {
      if (e instanceof Event.Completed c) {
        outcomes.put(c.id(), c.outcome());
      }
    }
  }

  /** Whether some order is legal. */
  public Found any(Collection<UmemState> from) {
    return search(from, false, BUDGET);
  }

  /** Every state that a legal order leads to. */
  public Found every(Collection<UmemState> from) {
    return search(from, true, BUDGET);
  }

  /** The same, looking at so many states at most. */
  public Found search(Collection<UmemState> from, boolean everyEnd, int most) {
    all = everyEnd;
    budget = most;
    Taken order = null;
    for (UmemState s : from) {
      Taken found = explain(0, s, null);
      order = order == null ? found : order;
      if (order != null && !all) {
        break;
      }
    }
    if (budget < 0) {
      return new TooMany(most);
    }
    boolean broke = Math.max(undefined, furthest) != furthest; // No order came beyond that.
    if (ends.isEmpty() && broke) {
      throw new IllegalStateException(
          "the kit broke a duty of the caller in every order: " + events.get(undefined));
    }
    return ends.isEmpty()
        ? new Illegal(
            Taken.all(longest),
            Math.max(furthest, 0),
            List.copyOf(breaches),
            List.copyOf(elsewhere))
        : new Legal(List.copyOf(ends), order == NONE ? List.of() : Taken.all(order));
  }

  /** An order without a step. */
  private static final Taken NONE = new Taken(null, null);

  /** The order in which a state goes on to explain the rest; null if there is none, or more. */
  private Taken explain(int from, UmemState first, Taken before) {
    int at = from;
    UmemState s = first;
    while (at < events.size() && passes(events.get(at), s)) {
      if (events.get(at) instanceof Event.Invoked e) {
        if (!(model.invoke(s, e.id(), e.proc(), e.context(), e.call()) instanceof Answer.Next n)) {
          dutiless(at); // What is done by now is not done yet in this order.
          return null;
        }
        s = n.state();
      }
      at++;
    }
    if (at == events.size()) {
      ends.add(s);
      return before == null ? NONE : before;
    }
    if (!looked.add(new Looked(at, s)) || --budget < 0) {
      return null;
    }
    Question q = question(events.get(at));
    OrderStep direct = step(events.get(at));
    Answer answer = q.of(s);
    Taken found = null;
    if (answer instanceof Answer.Next n) {
      Taken then = direct == null ? before : new Taken(direct, before);
      found = explain(at + 1, n.state(), then);
    } else {
      stuck(at, before, answer);
    }
    for (Next n : found != null && !all ? List.<Next>of() : early(s, events.get(at))) {
      Taken other = explain(at, n.state(), new Taken(n.step(), before));
      found = found == null ? other : found;
      if (found != null && !all) {
        break;
      }
    }
    return found;
  }

  /** Whether an event needs no step: a call is made, or one ends that has been taken before. */
  private static boolean passes(Event e, UmemState s) {
    return e instanceof Event.Invoked || (e instanceof Event.Completed c && s.find(c.id()) == null);
  }

  private void dutiless(int at) {
    undefined = Math.max(undefined, at);
  }

  private Question question(Event e) {
    if (e instanceof Event.Completed c) {
      return s -> model.returned(s, c.id(), c.outcome());
    }
    if (e instanceof Event.CallbackBegan c) {
      return s -> model.callbackBegan(s, c.inside(), c.of(), c.cookie());
    }
    if (e instanceof Event.CallbackEnded c) {
      return s -> model.callbackEnded(s, c.of());
    }
    throw new IllegalArgumentException("not an event of calls that overlap: " + e);
  }

  private static OrderStep step(Event e) {
    return e instanceof Event.Completed c ? new OrderStep(c.id(), What.DONE) : null;
  }

  private void stuck(int at, Taken before, Answer answer) {
    elsewhere.add(((Answer.Forbidden) answer).breaches().get(0));
    if (at > furthest) {
      furthest = at;
      longest = before;
      breaches.clear();
    }
    if (at == furthest) {
      breaches.addAll(((Answer.Forbidden) answer).breaches());
    }
  }

  /** What may have been done before an event. */
  private List<Next> early(UmemState s, Event e) {
    int waited = e instanceof Event.Completed c ? c.id() : 0;
    List<Next> next = new ArrayList<>();
    for (Pending p : s.pending()) {
      Outcome outcome = outcomes.get(p.id());
      if (outcome == null) {
        continue;
      }
      add(next, p.id(), What.CHARGED, model.charged(s, p, outcome));
      add(next, p.id(), What.FAILING, model.failing(s, p, outcome));
      if (p.id() != waited && model.returned(s, p.id(), outcome) instanceof Answer.Next n) {
        add(next, p.id(), What.DONE, n.state());
      }
    }
    for (UmemState t : model.internal(s)) {
      if (s.pending().stream().noneMatch(p -> isForeseen(p, t))) {
        add(next, 0, What.INTERNAL, t);
      }
    }
    return next;
  }

  /** Whether a step decides by itself how a call will end of which that is known. */
  private boolean isForeseen(Pending p, UmemState next) {
    return p.call() instanceof Call.UmemAlloc
        && outcomes.containsKey(p.id())
        && p.decided() != next.pending(p.id()).decided();
  }

  private static void add(List<Next> next, int call, What what, UmemState state) {
    if (state != null) {
      next.add(new Next(new OrderStep(call, what), state));
    }
  }
}
