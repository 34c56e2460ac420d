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

  private static final Class<Call.Exit> EXITS = Call.Exit.class;
  private static final String EXIT = "ACCT.exit/overlapping";
  private static final String BOTH = "ACCT.both-or-nothing/overlapping";
  private static final String ONCE = "SHARED.allocate-once/overlapping";
  private static final String EITHER = "REMAP.atomic-with-faults/overlapping";

  private OverlapBlame() {}

  /** Why no order is legal; the most telling first. */
  static List<Breach> of(Orders.Illegal found, List<Event> events) {
    Event stuck = events.get(found.explained());
    List<Event> seen = events.subList(0, found.explained());
    List<String> first = List.of();
    if (stuck instanceof Event.Completed e) {
      first = overlapped(e, events);
    } else if (stuck instanceof Event.CallbackBegan c && isSecond(c, seen)) {
      first = List.of("LOCKMEM.callback-at-most-once/once");
    }
    List<Breach> all = new ArrayList<>();
    first.forEach(f -> all.add(new Breach(f, found.breaches().get(0).expected())));
    all.addAll(found.breaches());
    return all;
  }

  private static boolean isSecond(Event.CallbackBegan c, List<Event> before) {
    return before.stream()
        .anyMatch(e -> e instanceof Event.CallbackBegan first && first.of() == c.of());
  }

  private static List<String> overlapped(Event.Completed end, List<Event> events) {
    Map<Integer, Call> calls = calls(events);
    Call call = calls.get(end.id());
    Set<Call> beside = beside(end.id(), events, calls);
    boolean denied =
        end.outcome() instanceof Outcome.Locked got
            && (got.errno() == 0 || got.errno() == Errno.ENOMEM);
    boolean exited =
        isDenied(end) && before(end, events).stream().anyMatch(e -> isEndOf(e, calls, EXITS));
    if (denied && (exited || beside.stream().anyMatch(OverlapBlame::counts))) {
      return atomic(end, events, exited);
    }
    if (call instanceof Call.SharedMmap
        && beside.stream().anyMatch(c -> c instanceof Call.SharedMmap)) {
      return List.of(ONCE);
    }
    boolean remapped = calls.values().stream().anyMatch(c -> c instanceof Call.DevmapUmemRemap);
    return call instanceof Call.UserMatches && remapped ? List.of(EITHER) : List.of();
  }

  /** A lock got what no order leaves, or was denied what every order does. */
  private static List<String> atomic(Event.Completed end, List<Event> events, boolean exited) {
    List<String> facets = new ArrayList<>();
    if (exited) { // Nothing is charged for who has finished exiting.
      facets.add(EXIT);
    }
    boolean another =
        events.stream().anyMatch(e -> e != end && e instanceof Event.Completed c && isDenied(c));
    if (isDenied(end) && another) {
      facets.add(BOTH);
    }
    facets.add(ATOMIC);
    return facets;
  }

  private static List<Event> before(Event e, List<Event> events) {
    return events.subList(0, events.indexOf(e));
  }

  private static boolean isDenied(Event.Completed end) {
    return end.outcome() instanceof Outcome.Locked got && got.errno() == Errno.ENOMEM;
  }

  private static boolean isEndOf(Event e, Map<Integer, Call> calls, Class<? extends Call> what) {
    return e instanceof Event.Completed c && what.isInstance(calls.get(c.id()));
  }

  /** If what is counted is wrong behind calls that overlapped, that is to blame. */
  static UmemState counted(UmemState s, List<Event> events) {
    Map<Integer, Call> calls = calls(events);
    boolean overlapped =
        calls.keySet().stream()
            .anyMatch(
                id ->
                    counts(calls.get(id))
                        && beside(id, events, calls).stream().anyMatch(OverlapBlame::matters));
    boolean exited = events.stream().anyMatch(e -> isEndOf(e, calls, EXITS));
    return overlapped ? s.with(s.locking().after(exited ? Deed.EXITED : Deed.OVERLAPPED, null)) : s;
  }

  private static boolean matters(Call c) {
    return counts(c) || c instanceof Call.Exit;
  }

  /** Who is still out though an unlock overlapped it, waits for one that has been. */
  static UmemState waiting(UmemState s, List<Event> events) {
    Map<Integer, Call> calls = calls(events);
    boolean unlocked =
        s.pending().stream()
            .anyMatch(
                p ->
                    beside(p.id(), events, calls).stream()
                        .anyMatch(c -> c instanceof Call.UmemUnlock));
    return unlocked ? s.rested() : s;
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
