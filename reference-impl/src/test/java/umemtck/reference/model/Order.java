package umemtck.reference.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.reference.model.Orders.OrderStep;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;

/** One order of steps, taken as it is written down; between them, what is seen comes by itself. */
final class Order {
  private final UmemModel model;
  private final List<Event> events;
  private final Map<Integer, Outcome> outcomes = new HashMap<>();
  private int at;

  Order(UmemModel model, List<Event> events) {
    this.model = model;
    this.events = events;
    for (Event e : events) {
      if (e instanceof Event.Completed c) {
        outcomes.put(c.id(), c.outcome());
      }
    }
  }

  /** Where it leads; nowhere if it is not legal, or leaves something that was seen unexplained. */
  Set<UmemState> ends(UmemState from, List<OrderStep> order) {
    Set<UmemState> states = passing(Set.of(from));
    for (OrderStep step : order) {
      Set<UmemState> next = new HashSet<>();
      for (UmemState s : states) {
        next.addAll(taken(s, step));
      }
      next.removeIf(s -> s == null);
      states = passing(next);
    }
    return at == events.size() ? states : Set.of();
  }

  private Collection<UmemState> taken(UmemState s, OrderStep step) {
    if (step.what() == Orders.What.INTERNAL) {
      return model.internal(s);
    }
    Pending p = s.pending(step.call());
    Outcome outcome = outcomes.get(p.id());
    return switch (step.what()) {
      case CHARGED -> Collections.singleton(model.charged(s, p, outcome));
      case FAILING -> Collections.singleton(model.failing(s, p, outcome));
      default ->
          model.returned(s, p.id(), outcome) instanceof Answer.Next n
              ? List.of(n.state())
              : List.of();
    };
  }

  /** Calls are made, and those end that have been taken. */
  private Set<UmemState> passing(Set<UmemState> from) {
    Set<UmemState> states = from;
    for (; at < events.size(); at++) {
      Event e = events.get(at);
      Set<UmemState> next = new HashSet<>();
      for (UmemState s : states) {
        if (e instanceof Event.Completed c && s.find(c.id()) == null) {
          next.add(s);
        } else if (e instanceof Event.Invoked i
            && model.invoke(s, i.id(), i.proc(), i.context(), i.call()) instanceof Answer.Next n) {
          next.add(n.state());
        }
      }
      if (next.isEmpty()) {
        return states;
      }
      states = next;
    }
    return states;
  }
}
