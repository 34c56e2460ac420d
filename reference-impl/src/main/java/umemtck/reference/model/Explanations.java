package umemtck.reference.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  private Set<UmemState> states = Set.of(UmemState.INIT);

  /** Of a machine that was just booted. */
  public Explanations(UmemModel model) {
    this.model = model;
  }

  /** A state that explains what was seen; what is live and which calls are out is so in each. */
  public UmemState any() {
    return states.iterator().next();
  }

  /** A call was made. */
  public Answer invoked(int id, Context context, Call call) {
    return step(s -> model.invoke(s, id, context, call));
  }

  /** A call ended. */
  public Answer returned(int id, Outcome outcome) {
    return step(s -> model.returned(s, id, outcome));
  }

  /** Nothing can run. */
  public Answer rested() {
    return step(model::mayRest);
  }

  private interface Question {
    Answer ask(UmemState s);
  }

  private Answer step(Question question) {
    Set<UmemState> next = new LinkedHashSet<>();
    Set<Breach> breaches = new LinkedHashSet<>();
    for (UmemState s : reachable()) {
      Answer a = question.ask(s);
      if (a instanceof Answer.Next n) {
        next.add(n.state());
      } else if (a instanceof Answer.Forbidden f) {
        breaches.addAll(f.breaches());
      } else {
        return a;
      }
    }
    if (next.isEmpty()) {
      return new Answer.Forbidden(List.copyOf(breaches));
    }
    states = next;
    return new Answer.Next(any());
  }

  private Set<UmemState> reachable() {
    Set<UmemState> all = new LinkedHashSet<>(states);
    List<UmemState> todo = new ArrayList<>(states);
    while (!todo.isEmpty()) {
      for (UmemState next : model.internal(todo.remove(todo.size() - 1))) {
        if (all.add(next)) {
          todo.add(next);
        }
      }
    }
    return all;
  }
}
