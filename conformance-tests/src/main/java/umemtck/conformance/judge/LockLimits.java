package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.HashSet;
import java.util.Set;
import umemtck.reference.model.Extent;
import umemtck.reference.model.Lock;
import umemtck.reference.model.LockFault.Rank;
import umemtck.reference.model.LockRequest;
import umemtck.reference.model.Pending;
import umemtck.reference.model.Proc;
import umemtck.reference.model.Stage;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;

/** Locks that met a limit, or its absence. */
final class LockLimits extends LockWatcher {

  /** A page of an address space. */
  private record Page(long space, long addr) {}

  private final Set<Page> denied = new HashSet<>();
  private final Set<Integer> unlimited = new HashSet<>();

  LockLimits(UmemModel model, Set<Situation> seen) {
    super(model, seen);
  }

  @Override
  void answered(UmemState before, Pending call, AnsweredLock a) {
    if (a.reaches(Rank.LIMIT)) {
      atLimits(before, a);
    }
    if (a.errno() == 0 && isUnlimited(before, a.asked().owner())) {
      unlimited.add(call.id());
    }
  }

  @Override
  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {
    if (call.call() instanceof Call.GetLimit) {
      saw(LIMIT_READ);
    } else if (call.call() instanceof Call.GetLocked get) {
      sawIf(readsUnlimited(before, get), LOCKED_UNLIMITED);
    } else if (call.call() instanceof Call.IsUserResident look) {
      long space = before.locking().proc(look.proc()).space();
      long page = look.addr() & -model.config().pageSize();
      sawIf(denied.contains(new Page(space, page)), DENIED_OVER_PAGED_OUT);
    }
    denied.removeIf(p -> !isAbsent(after, p));
  }

  private boolean readsUnlimited(UmemState s, Call.GetLocked get) {
    for (Lock l : s.locking().locks()) {
      boolean holds =
          get.of() == Holder.PROJECT && get.id() == l.project()
              || get.of() == Holder.ZONE && get.id() == l.zone();
      if (holds && l.stage() == Stage.HELD && unlimited.contains(l.of())) {
        return true;
      }
    }
    return false;
  }

  /** Nothing was wrong with it that is tested before the limits. */
  private void atLimits(UmemState s, AnsweredLock a) {
    LockRequest r = a.asked();
    Counter project = new Counter(Holder.PROJECT, r.owner().project());
    Counter zone = new Counter(Holder.ZONE, r.owner().zone());
    long len = r.len();
    boolean fits = !project.denies(model, s, len) && !project.above(model, s);
    sawIf(project.denies(model, s, len), LOCK_DENIED_PROJECT);
    sawIf(fits && zone.denies(model, s, len), LOCK_DENIED_ZONE);
    sawIf(a.sound() && (project.fills(model, s, len) || zone.fills(model, s, len)), LOCK_AT_LIMIT);
    sawIf(project.overflows(model, s, len) || zone.overflows(model, s, len), LOCK_OVERFLOW);
    sawIf(project.above(model, s) || zone.above(model, s), LIMIT_LOWERED);
    sawIf(zone.limited(model, s) && charged(s, r.owner().zone()) > 1, TWO_PROJECTS_CHARGED);
    if (a.fails(Rank.LIMIT) && a.hasPages()) {
      long space = r.owner().space();
      s.locking()
          .absentIn(space, r.pages(model.config().pageSize()))
          .forEach(addr -> denied.add(new Page(space, addr)));
    }
  }

  /** How many projects of a zone carry a charge for certain. */
  private long charged(UmemState s, long zone) {
    return s.locking().projects().stream()
        .filter(p -> s.locking().zoneOf(p) == zone && model.used(s, Holder.PROJECT, p) != 0)
        .count();
  }

  private boolean isUnlimited(UmemState s, Proc owner) {
    return !new Counter(Holder.PROJECT, owner.project()).limited(model, s)
        && !new Counter(Holder.ZONE, owner.zone()).limited(model, s);
  }

  private boolean isAbsent(UmemState s, Page p) {
    Extent page = new Extent(p.addr, model.config().pageSize());
    return !s.locking().absentIn(p.space, page).isEmpty();
  }
}
