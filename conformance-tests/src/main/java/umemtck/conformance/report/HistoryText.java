package umemtck.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.History;

/**
 * A history as a call list: a line a call, with what it answered. Looks that found what they should
 * are left out, but for the last, which is the one that did not.
 */
final class HistoryText {
  private HistoryText() {}

  static List<String> lines(History history) {
    List<String> lines = new ArrayList<>();
    Map<Integer, Event.Invoked> out = new LinkedHashMap<>();
    List<Event> events = history.events();
    for (int i = 0; i < events.size(); i++) {
      boolean last = i == events.size() - 1;
      Event e = events.get(i);
      if (e instanceof Event.Invoked call) {
        out.put(call.id(), call);
      } else if (e instanceof Event.Completed done) {
        Event.Invoked call = out.remove(done.id());
        boolean waited = lines.contains(waits(call));
        if (last || !isLook(call.call())) {
          String what = CallText.of(call.context(), call.call());
          lines.add(
              (waited ? "the sleeping " : "") + what + "  ->  " + CallText.of(done.outcome()));
        }
      } else if (e instanceof Event.Settled settled) {
        for (int id : settled.blocked()) {
          if (!lines.contains(waits(out.get(id))) || last) {
            lines.add(waits(out.get(id)));
          }
        }
      }
    }
    return lines;
  }

  private static String waits(Event.Invoked call) {
    return CallText.of(call.context(), call.call()) + "  ->  still waits, and nothing else can run";
  }

  private static boolean isLook(Call call) {
    return call instanceof Call.GetFree
        || call instanceof Call.MemoryMatches
        || call instanceof Call.IsResident;
  }
}
