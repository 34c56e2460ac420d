package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Charged;
import umemtck.reference.model.Lock;
import umemtck.reference.model.LockFault.Rank;
import umemtck.reference.model.Locking;
import umemtck.reference.model.Pending;
import umemtck.reference.model.Proc;
import umemtck.reference.model.Stage;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Feature;

/** What was counted, by whom, and where it went with a process that moved. */
final class LockUsage extends LockWatcher {

  /** A situation that is seen when the rest has been read too. */
  private record Moved(Situation what, Set<Counter> unread) {
    static Moved between(Situation what, Holder of, long from, long to) {
      return new Moved(what, new HashSet<>(Set.of(new Counter(of, from), new Counter(of, to))));
    }
  }

  private final List<Moved> moves = new ArrayList<>();
  private boolean allocated;

  LockUsage(UmemModel model, Set<Situation> seen) {
    super(model, seen);
  }

  @Override
  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {
    Call c = call.call();
    if (c instanceof Call.GetLocked get) {
      read(before, after, new Counter(get.of(), get.id()));
    } else if (c instanceof Call.UmemAlloc alloc) {
      boolean given = ((Outcome.Allocated) outcome).address() != 0;
      allocated |= given && !UmemFlag.pageable(alloc.flag());
    } else if (c instanceof Call.UmemFree free) {
      Allocation a = before.find(free.cookie());
      allocated |= a != null && a.kind() == CookieKind.NON_PAGEABLE;
    } else if (c instanceof Call.Settaskid t) {
      settaskid(before, t, ((Outcome.Result) outcome).errno());
    } else if (c instanceof Call.ZoneEnter z) {
      Proc p = before.locking().proc(z.proc());
      if (carries(before, p) && p.zone() != z.zone()) {
        moves.add(Moved.between(ZONE_ENTERED_WITH_LOCKS, Holder.ZONE, p.zone(), z.zone()));
      }
    } else if (c instanceof Call.Mlock m) {
      long project = before.locking().proc(m.proc()).project();
      sawIf(hasLocks(before.locking(), project), MLOCK_COUNTED);
    }
  }

  @Override
  void answered(UmemState before, Pending call, AnsweredLock a) {
    boolean counted = before.locking().hasMlocked(a.asked().owner().project());
    boolean asksForMore = a.sound() || a.fails(Rank.LIMIT);
    sawIf(counted && asksForMore, MLOCK_COUNTED);
  }

  private void read(UmemState before, UmemState after, Counter of) {
    for (Lock l : after.locking().locks()) { // Whether it is counted may just have become known.
      sawIf(l.stage() == Stage.HELD && isCounted(l, of), USAGE_WHILE_LOCKED);
    }
    sawIf(allocated, ALLOC_THEN_USAGE);
    for (Lock l : before.locking().locks()) {
      boolean charged = l.charged() == Charged.YES && l.stage() != Stage.GONE;
      sawIf(charged && before.locking().hasMlocked(l.project()), MLOCK_COUNTED);
    }
    for (Moved m : moves) {
      m.unread.remove(of);
      sawIf(m.unread.isEmpty(), m.what);
    }
    moves.removeIf(m -> m.unread.isEmpty());
  }

  private static boolean isCounted(Lock l, Counter of) {
    return l.charged() == Charged.YES
        && of.id()
            == switch (of.of()) {
              case PROJECT -> l.project();
              case ZONE -> l.zone();
              case PROCESS -> l.proc();
            };
  }

  private void settaskid(UmemState s, Call.Settaskid t, int errno) {
    Proc p = s.locking().proc(t.proc());
    if (!carries(s, p) || p.project() == t.project()) {
      return;
    }
    if (errno == 0) {
      moves.add(Moved.between(MOVED_WITH_LOCKS, Holder.PROJECT, p.project(), t.project()));
      return;
    }
    long carried = model.usage(s, Holder.PROCESS, p.id());
    Counter to = new Counter(Holder.PROJECT, t.project());
    if (to.denies(model, s, carried) || to.above(model, s)) {
      if (model.config().offers(Feature.USAGE)) {
        moves.add(Moved.between(MOVE_DENIED, Holder.PROJECT, p.project(), t.project()));
      } else {
        saw(MOVE_DENIED);
      }
    }
  }

  /** Whether a process has counted memory, for certain. */
  private boolean carries(UmemState s, Proc p) {
    Long counted = model.usage(s, Holder.PROCESS, p.id());
    return counted != null && counted != 0;
  }

  /** Whether a project carries the charge of a lock. */
  private static boolean hasLocks(Locking s, long project) {
    return s.locks().stream()
        .anyMatch(
            l -> l.project() == project && l.charged() == Charged.YES && l.stage() != Stage.GONE);
  }
}
