package umemtck.conformance.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Breach;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;

/**
 * Keeps the set of model states that explain what was seen, calls that are out included. When the
 * set is empty the contract is broken, by the clauses that emptied it. Sequential and blocking
 * histories go through this one judge.
 *
 * <p>Used by one thread at a time.
 */
public final class Judge {
  private final UmemModel model;
  private List<UmemState> states = List.of(UmemState.INIT);
  private Ruling ruling = Ruling.LEGAL;

  /** A judge of one machine, just booted. */
  public Judge(UmemModel model) {
    this.model = model;
  }

  /** The model it judges by. */
  public UmemModel model() {
    return model;
  }

  /** A state that explains what was seen: the first of the set. */
  public UmemState state() {
    return states.get(0);
  }

  /** What it says so far. Once broken, it stays broken. */
  public Ruling ruling() {
    return ruling;
  }

  /**
   * Takes in what was seen next.
   *
   * @throws IllegalStateException if the caller broke a duty: a fault of the kit
   */
  public Ruling see(Event event) {
    if (ruling != Ruling.LEGAL) {
      return ruling;
    }
    if (forestalls(event)) {
      states = closure();
    }
    List<Breach> breaches = new ArrayList<>();
    List<UmemState> next = after(event, states, breaches);
    if (next.isEmpty()) {
      // Nothing had to move by itself so far; now something must have.
      next = after(event, closure(), new ArrayList<>());
    }
    if (next.isEmpty()) {
      ruling = new Ruling.Broken(breaches.stream().distinct().toList());
    } else {
      states = next;
    }
    return ruling;
  }

  /**
   * Whether what the machine may do by itself could no longer be done after an event, or would have
   * another effect. After any other event it is soon enough to think of it when nothing else
   * explains what is seen: else the states would double with every sleeper.
   */
  private boolean forestalls(Event event) {
    if (!(event instanceof Event.Completed e) || state().out() < 2) {
      return false;
    }
    Call call = state().pending(e.id()).call();
    boolean freed = call instanceof Call.UmemFree free && free.cookie() != 0;
    return call instanceof Call.SetFree
        || (freed && model.config().profile() == Profile.ILLUMOS); // K-06: NULL while swap is short
  }

  private List<UmemState> after(Event event, List<UmemState> before, List<Breach> breaches) {
    if (before.size() == 1 && answer(before.get(0), event) instanceof Answer.Next n) {
      return List.of(n.state()); // Nearly always: one state explains all.
    }
    Set<UmemState> next = new LinkedHashSet<>();
    for (UmemState s : before) {
      Answer a = answer(s, event);
      if (a instanceof Answer.Next n) {
        next.add(n.state());
      } else {
        breaches.addAll(((Answer.Forbidden) a).breaches());
      }
    }
    return List.copyOf(next);
  }

  /** The states that explain what was seen, and those that the machine may reach by itself. */
  private List<UmemState> closure() {
    Set<UmemState> all = new LinkedHashSet<>(states);
    List<UmemState> todo = new ArrayList<>(states);
    while (!todo.isEmpty()) {
      for (UmemState next : model.internal(todo.remove(todo.size() - 1))) {
        if (all.add(next)) {
          todo.add(next);
        }
      }
    }
    return List.copyOf(all);
  }

  private Answer answer(UmemState s, Event event) {
    Answer a;
    if (event instanceof Event.Invoked e) {
      a = model.invoke(s, e.id(), e.context(), e.call());
    } else if (event instanceof Event.Completed e) {
      a = model.returned(s, e.id(), e.outcome());
    } else {
      a = model.mayRest(s);
    }
    if (a instanceof Answer.Undefined u) {
      throw new IllegalStateException("the kit broke a duty of the caller, " + u + ": " + event);
    }
    return a;
  }
}
