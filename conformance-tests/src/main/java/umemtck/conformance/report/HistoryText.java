package umemtck.conformance.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.reference.model.Orders.OrderStep;
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
    return lines(history, new HashMap<>());
  }

  /**
   * The longest legal order of calls that overlapped, and the call that fits nowhere behind it.
   *
   * @param order of the steps, by the numbers of their calls
   */
  static String order(History history, List<OrderStep> order) {
    Map<Integer, Integer> lineOf = new HashMap<>();
    lines(history, lineOf);
    List<String> steps = new ArrayList<>();
    for (OrderStep s : order) {
      String what =
          switch (s.what()) {
            case CHARGED -> "charged";
            case FAILING -> "about to fail";
            case DONE -> "done";
            case INTERNAL -> "the machine by itself";
          };
      steps.add(s.call() == 0 ? what : "call " + lineOf.get(s.call()) + " " + what);
    }
    Event last = history.events().get(history.events().size() - 1);
    String stuck =
        last instanceof Event.Completed c
            ? "call " + lineOf.get(c.id()) + " with its answer"
            : "what came last";
    String begin = steps.isEmpty() ? "no step" : String.join(", then ", steps);
    return begin + "; behind that, and in any other order, " + stuck + " fits nowhere";
  }

  private static List<String> lines(History history, Map<Integer, Integer> lineOf) {
    List<String> lines = new ArrayList<>();
    Map<Integer, Event.Invoked> out = new LinkedHashMap<>();
    List<Event> events = history.events();
    Set<Integer> overlaps = new OverlappingCalls(events).all();
    for (int i = 0; i < events.size(); i++) {
      boolean last = i == events.size() - 1;
      Event e = events.get(i);
      if (e instanceof Event.Invoked call) {
        out.put(call.id(), call);
        if (overlaps.contains(call.id())) {
          lines.add(CallText.of(call) + "  begins");
          lineOf.put(call.id(), lines.size());
        }
      } else if (e instanceof Event.Completed done) {
        Event.Invoked call = out.remove(done.id());
        boolean waited = lines.contains(waits(call));
        if (last || !isLook(call.call())) {
          String answer = CallText.of(call.call(), done.outcome());
          Integer began = overlaps.contains(done.id()) ? lineOf.get(done.id()) : null;
          String of = began == null ? CallText.of(call) : "call " + began;
          lines.add((waited ? "the sleeping " : "") + of + "  ->  " + answer);
          lineOf.putIfAbsent(done.id(), lines.size());
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
