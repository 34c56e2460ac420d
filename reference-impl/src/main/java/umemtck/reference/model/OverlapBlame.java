package umemtck.reference.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;

/**
 * Who is to blame if calls that overlap are answered wrongly: whoever owes that they may overlap,
 * before whoever owes the answer. A shorter call list without an overlap blames the latter alone.
 */
final class OverlapBlame {
  /** Test and count are not one step. */
  static final String ATOMIC = "ACCT.atomic/overlapping";

  private static final String ONCE = "SHARED.allocate-once/overlapping";
  private static final String EITHER = "REMAP.atomic-with-faults/overlapping";

  private OverlapBlame() {}

  /** Why no order is legal; the most telling first. */
  static List<Breach> of(Orders.Illegal found, List<Event> events) {
    if (found.breaches().isEmpty()) {
      return found.breaches();
    }
    Event stuck = events.get(found.explained());
    String first = stuck instanceof Event.Completed e ? overlapped(e, events) : null;
    List<Breach> all = new ArrayList<>(found.breaches());
    if (first != null) {
      all.add(0, new Breach(first, found.breaches().get(0).expected()));
    }
    return all;
  }

  private static String overlapped(Event.Completed end, List<Event> events) {
    Map<Integer, Call> calls = calls(events);
    Call call = calls.get(end.id());
    Set<Call> beside = beside(end.id(), events, calls);
    boolean denied =
        end.outcome() instanceof Outcome.Locked got
            && (got.errno() == 0 || got.errno() == Errno.ENOMEM);
    if (denied && beside.stream().anyMatch(OverlapBlame::counts)) {
      return ATOMIC;
    }
    if (call instanceof Call.SharedMmap
        && beside.stream().anyMatch(c -> c instanceof Call.SharedMmap)) {
      return ONCE;
    }
    boolean remapped = beside.stream().anyMatch(c -> c instanceof Call.DevmapUmemRemap);
    return call instanceof Call.UserMatches && remapped ? EITHER : null;
  }

  /** If what is counted is wrong behind calls that overlapped, that is to blame. */
  static UmemState after(UmemState s, List<Event> events) {
    Map<Integer, Call> calls = calls(events);
    for (Map.Entry<Integer, Call> e : calls.entrySet()) {
      if (counts(e.getValue())
          && beside(e.getKey(), events, calls).stream().anyMatch(OverlapBlame::counts)) {
        return s.with(s.locking().after(Deed.OVERLAPPED, null));
      }
    }
    return s;
  }

  private static boolean counts(Call c) {
    return c instanceof Call.UmemLock
        || c instanceof Call.UmemLockMemory
        || c instanceof Call.UmemUnlock;
  }

  private static Map<Integer, Call> calls(List<Event> events) {
    Map<Integer, Call> calls = new HashMap<>();
    for (Event e : events) {
      if (e instanceof Event.Invoked i) {
        calls.put(i.id(), i.call());
      }
    }
    return calls;
  }

  /** The calls that were out while one was. */
  private static Set<Call> beside(int id, List<Event> events, Map<Integer, Call> calls) {
    Set<Call> beside = new LinkedHashSet<>();
    Set<Integer> out = new LinkedHashSet<>();
    for (Event e : events) {
      if (e instanceof Event.Completed c) {
        if (c.id() == id) {
          break;
        }
        out.remove(c.id());
      } else if (e instanceof Event.Invoked i) {
        out.add(i.id());
      }
      if (out.contains(id)) {
        out.stream().filter(o -> o != id).map(calls::get).forEach(beside::add);
      }
    }
    return beside;
  }
}
