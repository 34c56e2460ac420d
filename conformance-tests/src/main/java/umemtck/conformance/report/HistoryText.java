package umemtck.conformance.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.History;

/**
 * A history as a call list: a line a call, with what it answered, and a line where a cleanup
 * function begins or ends. Looks that found what they should are left out, but for the last, which
 * is the one that did not.
 */
final class HistoryText {
  private HistoryText() {}

  static List<String> lines(History history) {
    List<String> lines = new ArrayList<>();
    Map<Integer, Event.Invoked> out = new LinkedHashMap<>();
    Map<Integer, Integer> lineOf = new HashMap<>();
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
          String answer = CallText.of(call.call(), done.outcome());
          lines.add((waited ? "the sleeping " : "") + CallText.of(call) + "  ->  " + answer);
          lineOf.put(done.id(), lines.size());
        }
      } else if (e instanceof Event.CallbackBegan began) {
        lines.add(
            cleanup(began.of(), lineOf)
                + " begins, with cookie "
                + CallText.pointer(began.cookie())
                + ", inside "
                + CallText.of(out.get(began.inside())));
      } else if (e instanceof Event.CallbackEnded ended) {
        lines.add(cleanup(ended.of(), lineOf) + " ends");
      } else if (e instanceof Event.Settled settled) {
        for (int id : settled.blocked()) {
          if (!lines.contains(waits(out.get(id))) || last) {
            lines.add(waits(out.get(id)));
          }
        }
      }
    }
    if (events.isEmpty() || !(events.get(events.size() - 1) instanceof Event.Invoked unanswered)) {
      return lines;
    }
    lines.add(CallText.of(unanswered) + "  ->  no answer");
    return lines;
  }

  /**
   * By the line of the call that gave it, if that has returned (LOCKMEM.callback-before-return).
   */
  private static String cleanup(int of, Map<Integer, Integer> lineOf) {
    Integer line = lineOf.get(of);
    return "the cleanup function of "
        + (line == null ? "a umem_lockmemory that has not returned" : "call " + line);
  }

  private static String waits(Event.Invoked call) {
    return CallText.of(call) + "  ->  still waits, and nothing else can run";
  }

  private static boolean isLook(Call call) {
    return call instanceof Call.GetFree
        || call instanceof Call.MemoryMatches
        || call instanceof Call.IsResident
        || call instanceof Call.IsUserResident
        || call instanceof Call.GetBuf
        || call instanceof Call.UserMatches
        || call instanceof Call.SharedMatches
        || call instanceof Call.GetLocked
        || call instanceof Call.GetLimit;
  }
}
