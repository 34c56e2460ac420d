package umemtck.reference.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
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

  /** Of a machine that was just booted. */
  public Explanations(UmemModel model) {
    this.model = model;
  }

  /** A state that explains what was seen; what is live and which calls are out is so in each. */
  public UmemState any() {
    return states.get(0);
  }

  /** A call was made. */
  public Answer invoked(int id, Context context, Call call) {
    if (call instanceof Call.UmemAlloc || call instanceof Call.UmemFree) {
      believe();
    }
    return step(s -> model.invoke(s, id, context, call));
  }

  /** A call ended. */
  public Answer returned(int id, Outcome outcome) {
    if (forestalls(id)) {
      states = closure();
    }
    return step(s -> model.returned(s, id, outcome));
  }

  /** Nothing can run. */
  public Answer rested() {
    believe();
    return step(model::mayRest);
  }

  /**
   * Whether what the machine may do by itself could no longer be done after a return, or would have
   * another effect. After any other event it is soon enough to think of it when nothing else
   * explains what is seen: else the states would double with every sleeper.
   */
  private boolean forestalls(int id) {
    if (any().out() < 2) {
      return false;
    }
    Call call = any().pending(id).call();
    boolean freed = call instanceof Call.UmemFree free && free.cookie() != 0;
    return call instanceof Call.SetFree
        || (freed && model.config().profile() == Profile.ILLUMOS); // K-06: NULL while swap is short
  }

  private Answer step(Function<UmemState, Answer> question) {
    Set<UmemState> next = new LinkedHashSet<>();
    Set<Breach> breaches = new LinkedHashSet<>();
    Answer undefined = ask(question, states, next, breaches);
    if (undefined != null) {
      return undefined;
    }
    if (next.isEmpty()) {
      // Nothing had to move by itself so far; now something must have.
      ask(question, closure(), next, new LinkedHashSet<>());
      List<Breach> forbidden = new ArrayList<>(doubt);
      forbidden.addAll(breaches);
      if (next.isEmpty()) {
        return new Answer.Forbidden(forbidden.stream().distinct().toList());
      }
      doubt = forbidden;
    }
    states = List.copyOf(next);
    return new Answer.Next(any());
  }

  /** Puts a question to each of the states; answers only if the caller broke a duty. */
  private static Answer ask(
      Function<UmemState, Answer> question,
      List<UmemState> of,
      Set<UmemState> next,
      Set<Breach> breaches) {
    for (UmemState s : of) {
      Answer a = question.apply(s);
      if (a instanceof Answer.Next n) {
        next.add(n.state());
      } else if (a instanceof Answer.Forbidden f) {
        breaches.addAll(f.breaches());
      } else {
        return a;
      }
    }
    return null;
  }

  /** Drops the doubt, unless every state still supposes what nobody has seen of a sleeper. */
  private void believe() {
    if (states.stream().anyMatch(s -> s.pending().stream().noneMatch(Pending::decided))) {
      doubt = List.of();
    }
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
}
