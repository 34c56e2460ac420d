package umemtck.reference.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Where the legal orders lead. */
  Set<UmemState> ends(UmemState from) {
    Set<UmemState> ends = new HashSet<>();
    go(0, from, ends);
    return ends;
  }

  private void go(int at, UmemState s, Set<UmemState> ends) {
    if (at == events.size()) {
      ends.add(s);
      return;
    }
    if (events.get(at) instanceof Event.Invoked e) {
      if (model.invoke(s, e.id(), e.proc(), e.context(), e.call()) instanceof Answer.Next n) {
        go(at + 1, n.state(), ends);
      }
    } else if (s.find(((Event.Completed) events.get(at)).id()) == null) {
      go(at + 1, s, ends);
    }
    steps(s).forEach(t -> go(at, t, ends));
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
