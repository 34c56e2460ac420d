package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.model.Cleanup;
import umemtck.reference.model.Extent;
import umemtck.reference.model.Lock;
import umemtck.reference.model.Locking;
import umemtck.reference.model.Pending;
import umemtck.reference.model.Proc;
import umemtck.reference.model.Stage;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/** What pins held in memory and held up, and which events called cleanup functions. */
final class LockEvents extends LockWatcher {
  private static final Extent EVERYTHING = new Extent(0, -1L);

  /** The range of an munmap, mprotect or exit; a child of vfork that exits changes nothing. */
  private record Change(Call call, Proc proc, Extent where) {
    static Change of(Locking s, Call call) {
      if (call instanceof Call.Munmap m) {
        return new Change(call, s.proc(m.proc()), new Extent(m.addr(), m.len()));
      }
      if (call instanceof Call.Mprotect m) {
        return new Change(call, s.proc(m.proc()), new Extent(m.addr(), m.len()));
      }
      if (call instanceof Call.Exit e && !s.proc(e.proc()).borrows()) {
        return new Change(call, s.proc(e.proc()), EVERYTHING);
      }
      return null;
    }

    boolean touches(Lock l) {
      return l.space() == proc.space() && l.where().touches(where);
    }

    boolean pinned(Locking s) {
      return s.locks().stream().anyMatch(l -> l.pinned() && touches(l));
    }

    Situation oneOf(Situation munmap, Situation mprotect, Situation exit) {
      return call instanceof Call.Munmap ? munmap : call instanceof Call.Mprotect ? mprotect : exit;
    }
  }

  private final Set<Integer> waited = new HashSet<>();
  private final Set<Integer> pressed = new HashSet<>();

  LockEvents(UmemModel model, Set<Situation> seen) {
    super(model, seen);
  }

  @Override
  void invoked(UmemState before, int thread, Pending call) {
    Locking s = before.locking();
    Change change = Change.of(s, call.call());
    if (change != null) {
      changes(s, change);
    } else if (call.call() instanceof Call.Exit e) {
      long space = s.proc(e.proc()).space();
      boolean pinned =
          s.locks().stream().anyMatch(l -> l.stage() == Stage.HELD && l.space() == space);
      sawIf(pinned, VFORK_CHILD_EXITED);
    }
  }

  private void changes(Locking s, Change change) {
    boolean once = s.onceAsked(change.proc.space(), change.where);
    sawIf(once && !change.pinned(s), UNLOCKED_BEFORE_EVENT);
    for (Lock l : s.locks()) {
      if (l.stage() == Stage.HELD && l.space() == change.proc.space()) {
        boolean called = l.cleanup() == Cleanup.RUNNING || l.cleanup() == Cleanup.DONE;
        sawIf(called && change.touches(l), EVENT_AFTER_CALLBACK);
        sawIf(l.cleanup() == Cleanup.ARMED && !change.touches(l), EVENT_BESIDE_LOCK);
      }
    }
  }

  @Override
  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {
    sawIf(waited.remove(call.id()), WAITER_WOKEN);
    if (call.call() instanceof Call.PageOut) {
      pressed.clear();
      after.locking().locks().stream()
          .filter(l -> l.stage() == Stage.HELD)
          .forEach(l -> pressed.add(l.of()));
    } else if (call.call() instanceof Call.IsUserResident look) {
      long space = before.locking().proc(look.proc()).space();
      boolean pinned =
          before.locking().locks().stream()
              .filter(l -> l.stage() == Stage.HELD && pressed.contains(l.of()))
              .anyMatch(l -> l.space() == space && l.where().covers(look.addr()));
      sawIf(pinned, PRESSURE_ON_PINNED);
    }
  }

  @Override
  void callbackBegan(UmemState before, int inside, int of) {
    for (Pending p : before.pending()) {
      Change change = p.id() == inside ? Change.of(before.locking(), p.call()) : null;
      if (change != null) { // A call before the lock has returned may come from elsewhere.
        saw(change.oneOf(CALLBACK_BY_MUNMAP, CALLBACK_BY_MPROTECT, CALLBACK_BY_EXIT));
      }
    }
  }

  @Override
  void settled(UmemState state) {
    for (Pending p : state.pending()) {
      Change change = Change.of(state.locking(), p.call());
      if (change != null && change.pinned(state.locking())) {
        saw(change.oneOf(MUNMAP_WAITED, MPROTECT_WAITED, EXIT_WAITED));
        waited.add(p.id());
      }
    }
  }
}
