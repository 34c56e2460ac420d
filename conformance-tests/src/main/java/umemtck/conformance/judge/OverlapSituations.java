package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;

/** Which calls were out at the same time, and how they ended. */
final class OverlapSituations {
  private final Map<Integer, Outcome> outcomes = new HashMap<>();
  private final Set<Situation> seen = EnumSet.noneOf(Situation.class);

  /** Of all that was seen of calls that overlapped, in order. */
  OverlapSituations(List<Event> events) {
    for (Event e : events) {
      if (e instanceof Event.Completed c) {
        outcomes.put(c.id(), c.outcome());
      }
    }
    List<Event.Invoked> out = new ArrayList<>();
    boolean cleaning = false;
    for (Event e : events) {
      if (e instanceof Event.Invoked i) {
        for (Event.Invoked o : out) {
          pair(o, i);
          pair(i, o);
        }
        out.add(i);
        unlockedWhile(cleaning, i);
      } else if (e instanceof Event.Completed c) {
        out.removeIf(o -> o.id() == c.id());
      } else if (e instanceof Event.CallbackBegan) {
        cleaning = true;
        out.forEach(o -> unlockedWhile(true, o));
      } else if (e instanceof Event.CallbackEnded) {
        cleaning = false;
      }
    }
  }

  Set<Situation> all() {
    return seen;
  }

  private void unlockedWhile(boolean cleaning, Event.Invoked i) {
    note(cleaning && i.call() instanceof Call.UmemUnlock, OVERLAPPED_UNLOCK_AND_CLEANUP);
  }

  private void note(boolean when, Situation what) {
    if (when) {
      seen.add(what);
    }
  }

  private void pair(Event.Invoked a, Event.Invoked b) {
    boolean layout = changesLayout(b.call());
    if (locks(a.call())) {
      note(locks(b.call()) && isDenied(a) && !isDenied(b), OVERLAPPED_LOCKS_ONE_DENIED);
      note(layout, OVERLAPPED_LOCK_AND_LAYOUT_CHANGE);
    } else if (a.call() instanceof Call.UmemUnlock) {
      note(locks(b.call()), OVERLAPPED_UNLOCK_AND_LOCK);
      boolean both = b.call() instanceof Call.UmemUnlock;
      note(both && a.context() == Context.INTERRUPT, OVERLAPPED_UNLOCKS_ONE_DEFERRED);
      note(layout, OVERLAPPED_UNLOCK_AND_LAYOUT_CHANGE);
      note(b.call() instanceof Call.Exit, OVERLAPPED_UNLOCK_AND_EXIT);
    }
    note(changesLayout(a.call()) && layout, OVERLAPPED_LAYOUT_CHANGES);
    allocations(a, b);
    boolean mappers = a.call() instanceof Call.SharedMmap && b.call() instanceof Call.SharedMmap;
    note(mappers && isMapped(a) && isMapped(b), OVERLAPPED_FIRST_MAPPERS);
    boolean remap = b.call() instanceof Call.DevmapUmemRemap;
    note(remap && a.call() instanceof Call.UserMatches, OVERLAPPED_REMAP_AND_LOAD);
  }

  private void allocations(Event.Invoked a, Event.Invoked b) {
    if (a.call() instanceof Call.UmemAlloc one) {
      boolean isShort =
          b.call() instanceof Call.UmemAlloc && !isGiven(a) && isGiven(b) && one.size() != 0;
      note(isShort, OVERLAPPED_ALLOCATIONS_ONE_SHORT);
      boolean sleeps = UmemFlag.sleeps(one.flag()) && b.call() instanceof Call.UmemFree;
      note(sleeps && isGiven(a), OVERLAPPED_FREE_AND_SLEEPER);
    }
  }

  private boolean isGiven(Event.Invoked i) {
    return outcomes.get(i.id()) instanceof Outcome.Allocated a && a.cookie() != 0;
  }

  private boolean isDenied(Event.Invoked i) {
    return outcomes.get(i.id()) instanceof Outcome.Locked l && l.errno() == Errno.ENOMEM;
  }

  private boolean isMapped(Event.Invoked i) {
    return outcomes.get(i.id()) instanceof Outcome.Result r && r.errno() == 0;
  }

  private static boolean locks(Call c) {
    return c instanceof Call.UmemLock || c instanceof Call.UmemLockMemory;
  }

  private static boolean changesLayout(Call c) {
    return c instanceof Call.Munmap || c instanceof Call.Mprotect || c instanceof Call.Exit;
  }
}
