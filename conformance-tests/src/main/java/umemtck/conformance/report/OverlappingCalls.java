package umemtck.conformance.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.Event;

/**
 * Which calls of a history overlap others, so that a line at their end alone would be misread. A
 * call that was seen to wait has a line of its own for that; what is called inside a cleanup
 * function overlaps nothing by that.
 */
final class OverlappingCalls {
  private final Set<Integer> all = new HashSet<>();

  OverlappingCalls(List<Event> events) {
    Map<Integer, Integer> cleaning = new HashMap<>();
    Set<Integer> waited = new HashSet<>();
    List<Integer> out = new ArrayList<>();
    Map<Integer, Integer> functions = new HashMap<>();
    for (Event e : events) {
      if (e instanceof Event.Invoked i) {
        for (int o : out) {
          if (cleaning.getOrDefault(o, 0) == 0 && !waited.contains(o)) {
            all.add(o);
            all.add(i.id());
          }
        }
        out.add(i.id());
      } else if (e instanceof Event.Completed c) {
        out.remove((Integer) c.id());
      } else if (e instanceof Event.CallbackBegan b) {
        cleaning.merge(b.inside(), 1, Integer::sum);
        functions.put(b.of(), b.inside());
      } else if (e instanceof Event.CallbackEnded b) {
        cleaning.merge(functions.get(b.of()), -1, Integer::sum);
      } else if (e instanceof Event.Settled s) {
        waited.addAll(s.blocked());
      }
    }
    all.removeAll(waited);
  }

  Set<Integer> all() {
    return all;
  }
}
