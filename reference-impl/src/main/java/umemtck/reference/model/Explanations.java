package umemtck.reference.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;

/**
 * The states that explain what was seen of one machine, those included that it may have reached by
 * itself. A step is forbidden when every one of them forbids it. A step that is not answered with
 * {@link Answer.Next} leaves the set as it was.
 *
 * <p>Used by one thread at a time.
 */
public final class Explanations {
  private final UmemModel model;
  private List<UmemState> states = List.of(UmemState.INIT);

  /**
   * What forbids all that was seen unless a sleeper took early. If what is seen of it, and what is
   * read after it, is impossible too, then this was what was wrong.
   */
  private List<Breach> doubt = List.of();

  /** What refuted states by the latest event so that they are lost, while others explain it. */
  private Set<Breach> lost = Set.of();

  /** Of a machine that was just booted. */
  public Explanations(UmemModel model) {
    this.model = model;
  }

  /** A state that explains what was seen; what is live and which calls are out is so in each. */
  public UmemState any() {
    return states.get(0);
  }

  /**
   * What the latest event should have been, had it not been for other states that explain it; empty
   * if it explains nothing. If it does not bind, the contract may have been kept even so, and no
   * state stands for what the machine is in.
   */
  public Set<Breach> lost() {
    return lost;
  }

  /** The duty that a call made now would break, in one of the states at least; or null. */
  public Answer.Undefined duty(long proc, Context context, Call call) {
    for (UmemState s : states) {
      if (model.invoke(s, 0, proc, context, call) instanceof Answer.Undefined u) {
        return u;
      }
    }
    return null;
  }

  /** Whether a call made now may still be out when nothing can run, in one of the states. */
  public boolean mayStayOut(long proc, Context context, Call call) {
    return states.stream().anyMatch(s -> model.mayStayOut(s, proc, context, call));
  }

  /** A call was made. */
  public Answer invoked(int id, Context context, Call call) {
    return invoked(id, Ids.PROCESS, context, call);
  }

  /**
   * A call was made.
   *
   * @param proc the process of the calling thread
   */
  public Answer invoked(int id, long proc, Context context, Call call) {
    if (call instanceof Call.UmemAlloc || call instanceof Call.UmemFree) {
      believe();
    }
    return each(s -> model.invoke(s, id, proc, context, call));
  }

  /** The cleanup function that call {@code of} gave is called in the thread of another call. */
  public Answer callbackBegan(int inside, int of, long cookie) {
    return step(s -> model.callbackBegan(s, inside, of, cookie));
  }

  /** The cleanup function that call {@code of} gave comes back. */
  public Answer callbackEnded(int of) {
    return step(s -> model.callbackEnded(s, of));
  }

  /** A call ended. */
  public Answer returned(int id, Outcome outcome) {
    if (forestalls(id)) {
      states = closure(states);
    }
    return step(s -> model.returned(s, id, outcome));
  }

  /**
   * Calls that overlap, judged together: calls, their ends and cleanup functions in the order in
   * which they were seen. If no order of their steps is legal, or there are too many, the states
   * stay as they were.
   */
  public Orders.Found overlapped(List<Event> events) {
    lost = Set.of();
    Orders.Found found = new Orders(model, events).every(states);
    if (found instanceof Orders.Legal legal) {
      states = legal.states().stream().map(s -> OverlapBlame.waiting(s, events)).toList();
      return legal;
    }
    return found instanceof Orders.Illegal i
        ? new Orders.Illegal(i.longest(), i.explained(), OverlapBlame.of(i, events), i.elsewhere())
        : found;
  }

  /** What is counted is read for the first time behind calls that overlapped, and have settled. */
  public void countedOverlapped(List<Event> events) {
    states = states.stream().map(s -> OverlapBlame.counted(s, events)).toList();
  }

  /** Nothing can run. */
  public Answer rested() {
    believe();
    if (any().locking().gate().steps() > 0) {
      states = closure(states); // Which of the queued unlocks the worker did, is not said.
    }
    return step(model::mayRest);
  }

  /**
   * Whether what the machine may do by itself could no longer be done after a return, or would have
   * another effect. After any other event it is soon enough to think of it when nothing else
   * explains what is seen: else the states would double with every sleeper.
   */
  private boolean forestalls(int id) {
    Pending p = any().pending(id);
    Call call = p.call();
    if (call instanceof Call.GateWorker || (any().locking().gate().held() && model.mayDefer(p))) {
      return true; // What is queued stays queued from here on; it may have been done before.
    }
    if (call instanceof Call.UmemFree f && any().locking().lock(f.cookie()) != null) {
      return true; // It may do nothing at all (FREE.locked-cookie-unlocks).
    }
    if (call instanceof Call.GetFree get) {
      return !any().budget(get.resource()).known(); // What is read first is known from then on.
    }
    // A refusal that was right while something was short; K-06 is one.
    boolean refusable =
        model.config().profile() == Profile.ILLUMOS || !model.config().saysCapacity();
    return call instanceof Call.SetFree
        || (refusable && call instanceof Call.UmemFree free && free.cookie() != 0);
  }

  /** A step that leaves different states different: they need not be compared. */
  private Answer each(Function<UmemState, Answer> question) {
    List<UmemState> next = new ArrayList<>(states.size());
    for (UmemState s : states) {
      if (!(question.apply(s) instanceof Answer.Next n)) {
        return step(question);
      }
      next.add(n.state());
    }
    lost = Set.of();
    states = next;
    return new Answer.Next(any());
  }

  private Answer step(Function<UmemState, Answer> question) {
    lost = Set.of();
    if (states.size() == 1 && question.apply(states.get(0)) instanceof Answer.Next n) {
      states = List.of(n.state()); // Nearly always: one state explains all.
      return n;
    }
    Set<UmemState> next = new LinkedHashSet<>();
    Set<Breach> breaches = new LinkedHashSet<>();
    List<UmemState> stuck = new ArrayList<>();
    Set<Breach> first = new LinkedHashSet<>();
    for (UmemState s : states) {
      Answer a = question.apply(s);
      if (a instanceof Answer.Next n) {
        next.add(n.state());
      } else if (a instanceof Answer.Forbidden f) {
        breaches.addAll(f.breaches());
        if (f.lost()) {
          first.add(f.breaches().get(0));
        }
        stuck.add(s);
      } else {
        return a; // The caller broke a duty: that does not depend on what nobody saw.
      }
    }
    boolean explained = !next.isEmpty();
    // Nothing had to move by itself in these so far; now something must have.
    for (UmemState s : closure(stuck)) {
      if (question.apply(s) instanceof Answer.Next n) {
        next.add(n.state());
      }
    }
    if (!explained) {
      List<Breach> forbidden = new ArrayList<>(doubt);
      forbidden.addAll(breaches);
      if (next.isEmpty()) {
        return new Answer.Forbidden(forbidden.stream().distinct().toList());
      }
      boolean supposed = next.stream().allMatch(Explanations::supposes);
      doubt = supposed ? forbidden : List.of();
    }
    lost = first;
    states = List.copyOf(next);
    return new Answer.Next(any());
  }

  /** Drops the doubt, unless every state still supposes what nobody has seen of a sleeper. */
  private void believe() {
    if (!states.stream().allMatch(Explanations::supposes)) {
      doubt = List.of();
    }
  }

  private static boolean supposes(UmemState s) {
    return s.anyPending(Pending::decided);
  }

  /** These states, and those that the machine may reach from them by itself. */
  private List<UmemState> closure(List<UmemState> from) {
    if (from.stream().allMatch(s -> model.internal(s).isEmpty())) {
      return from; // Nearly always; and a state is dear to compare.
    }
    Set<UmemState> all = new LinkedHashSet<>(from);
    List<UmemState> todo = new ArrayList<>(from);
    while (!todo.isEmpty()) {
      for (UmemState next : model.internal(todo.remove(todo.size() - 1))) {
        if (all.add(next)) {
          todo.add(next);
        }
      }
    }
    return List.copyOf(all);
  }
}
