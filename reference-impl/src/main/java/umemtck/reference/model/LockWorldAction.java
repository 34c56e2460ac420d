package umemtck.reference.model;

import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Outcome;

/** What is arranged inside a lock and an unlock, and where pages of processes are. */
final class LockWorldAction implements Action {
  private final ModelConfig config;

  LockWorldAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    if (call instanceof Call.IsUserResident look) {
      Proc p = s.locking().proc(look.proc());
      long page = look.addr() & -config.pageSize();
      return p != null && s.locking().isMapped(p.space(), page, config.pageSize())
          ? null
          : new Answer.Undefined("LOCK.success", "a mapped page");
    }
    return null;
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    UmemState next = s.ended(p.id());
    if (p.call() instanceof Call.GateWorker g) {
      return new Answer.Next(next.with(s.locking().gated(g.gate())));
    }
    if (p.call() instanceof Call.FailNext f && f.step() == FaultyStep.BUF) {
      return new Answer.Next(next.with(s.buffers().with(Buffers.Faulty.YES)));
    }
    if (p.call() instanceof Call.FailNext f) {
      List<Planted> others = Locking.minus(s.locking().planted(), x -> x.step() == f.step());
      Planted planted = new Planted(f.step(), f.errno(), true);
      // Pages come before the callback: the first to fail is the first to be met.
      List<Planted> all =
          f.step() == FaultyStep.PAGE_LOCK
              ? java.util.stream.Stream.concat(java.util.stream.Stream.of(planted), others.stream())
                  .toList()
              : Locking.plus(others, planted);
      return new Answer.Next(next.with(s.locking().planted(all)));
    }
    return resident(s, next, (Call.IsUserResident) p.call(), ((Outcome.Amount) outcome).amount());
  }

  private Answer resident(UmemState s, UmemState next, Call.IsUserResident look, long amount) {
    Locking k = s.locking();
    long space = k.proc(look.proc()).space();
    long page = look.addr() & -config.pageSize();
    Locking.Absent absent = new Locking.Absent(space, page);
    boolean device = s.exports().at(space, page) != null; // Whoever has its memory brings it in.
    if (amount == 0) {
      boolean pinned = !k.pinning(space, new Extent(page, config.pageSize())).isEmpty();
      if (pinned) {
        return Answer.forbid("LOCK.success/resident", "the page in memory until it is unlocked");
      }
      Export e = s.exports().at(space, page);
      Allocation a = e == null || !e.exact() ? null : s.find(e.cookie());
      boolean shown = a != null && a.kind() == CookieKind.PAGEABLE && e.valid();
      if (shown && WorldActions.softLocked(config, s, a, a.address() + e.offset(page))) {
        return Answer.forbid(
            "COOKIE.softlock-count/nested", "the page in memory until the last is unlocked");
      }
      // What a device shows comes in with the memory that is behind it, whoever touches that.
      return new Answer.Next(
          device || k.absent().contains(absent)
              ? next
              : next.with(k.absent(Locking.plus(k.absent(), absent))));
    }
    return k.absent().contains(absent)
        ? Answer.forbid(
            "ACCT.test-before-lock/nothing-faulted-in", "the page still out: nothing brought it in")
        : new Answer.Next(next);
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: the world does not wait");
  }
}
