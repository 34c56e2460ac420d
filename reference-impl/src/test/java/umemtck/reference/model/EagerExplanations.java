package umemtck.reference.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;

/**
 * What {@link Explanations} is short for: before every event, all that the machine may have done by
 * itself. Plain and slow; names nobody to blame.
 */
final class EagerExplanations {
  private final UmemModel model;
  private List<UmemState> states = List.of(UmemState.INIT);

  EagerExplanations(UmemModel model) {
    this.model = model;
  }

  /** Everything that may be the case now. */
  List<UmemState> states() {
    Set<UmemState> all = new LinkedHashSet<>();
    states.forEach(s -> reach(s, all));
    return List.copyOf(all);
  }

  private void reach(UmemState s, Set<UmemState> all) {
    if (all.add(s)) {
      model.internal(s).forEach(next -> reach(next, all));
    }
  }

  /** Whether the call may be made, or the caller breaks a duty. */
  boolean invoked(int id, Context context, Call call) {
    return step(s -> model.invoke(s, id, context, call));
  }

  /** Whether the call may end like this. */
  boolean returned(int id, Outcome outcome) {
    return step(s -> model.returned(s, id, outcome));
  }

  /** Whether nothing may be able to run. */
  boolean rested() {
    return step(model::mayRest);
  }

  private boolean step(Function<UmemState, Answer> question) {
    List<UmemState> next = after(states(), question);
    if (!next.isEmpty()) {
      states = next;
    }
    return !next.isEmpty();
  }

  /** Where an event that is allowed leads. */
  static List<UmemState> after(List<UmemState> from, Function<UmemState, Answer> question) {
    return from.stream()
        .map(question)
        .filter(Answer.Next.class::isInstance)
        .map(a -> ((Answer.Next) a).state())
        .distinct()
        .toList();
  }
}
