package umemtck.reference.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;

/**
 * What {@link Orders} finds, found by trying: at each point either the next event is taken, or any
 * step that any call may take, in every order. Nothing is put off, and nothing remembered.
 */
final class AllOrders {
  private final UmemModel model;
  private final List<Event> events;
  private final Map<Integer, Outcome> outcomes = new HashMap<>();

  AllOrders(UmemModel model, List<Event> events) {
    this.model = model;
    this.events = events;
    for (Event e : events) {
      if (e instanceof Event.Completed c) {
        outcomes.put(c.id(), c.outcome());
      }
    }
  }

  boolean some(UmemState s) {
    return some(0, s);
  }

  private boolean some(int at, UmemState s) {
    if (at == events.size()) {
      return true;
    }
    return event(at, s) || steps(s).stream().anyMatch(t -> some(at, t));
  }

  private boolean event(int at, UmemState s) {
    if (events.get(at) instanceof Event.Invoked e) {
      Answer a = model.invoke(s, e.id(), e.proc(), e.context(), e.call());
      return a instanceof Answer.Next n && some(at + 1, n.state());
    }
    return s.find(((Event.Completed) events.get(at)).id()) == null && some(at + 1, s);
  }

  private List<UmemState> steps(UmemState s) {
    List<UmemState> next = new ArrayList<>(model.internal(s));
    for (Pending p : s.pending()) {
      Outcome outcome = outcomes.get(p.id());
      if (outcome == null) {
        continue;
      }
      next.add(model.charged(s, p, outcome));
      next.add(model.failing(s, p, outcome));
      if (model.returned(s, p.id(), outcome) instanceof Answer.Next n) {
        next.add(n.state());
      }
    }
    next.removeIf(t -> t == null);
    return next;
  }
}
