package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;

/** {@code mlock} and {@code munlock}: counted by distinct pages (ACCT.shared-counter). */
final class MlockAction implements Action {
  private final ModelConfig config;

  MlockAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    Proc p = s.locking().proc(proc(call));
    Extent e = where(call);
    boolean whole = e.len() != 0 && ((e.addr() | e.len()) & (config.pageSize() - 1)) == 0;
    boolean there = p != null && !p.borrows() && !LayoutAction.exiting(s, p.id());
    return there
            && whole
            && s.locking().isMapped(p.space(), e.addr(), e.len())
            && !LayoutAction.changing(s, p.space(), e)
        ? null
        : new Answer.Undefined("ACCT.shared-counter", "mapped pages of a process that is there");
  }

  private static long proc(Call call) {
    return call instanceof Call.Mlock m ? m.proc() : ((Call.Munlock) call).proc();
  }

  private static Extent where(Call call) {
    return call instanceof Call.Mlock m
        ? new Extent(m.addr(), m.len())
        : new Extent(((Call.Munlock) call).addr(), ((Call.Munlock) call).len());
  }

  @Override
  public Answer returned(UmemState s, Pending pending, Outcome outcome) {
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    int errno = ((Outcome.Result) outcome).errno();
    Locking k = s.locking();
    Proc p = k.proc(proc(pending.call()));
    Extent e = where(pending.call());
    UmemState next = s.ended(pending.id());
    if (pending.call() instanceof Call.Munlock) {
      List<Mlocked> left =
          Locking.minus(k.mlocked(), m -> m.proc() == p.id() && e.covers(m.addr()));
      return errno == 0
          ? new Answer.Next(next.with(k.mlocked(left).after(Deed.MLOCKED, null)))
          : Answer.forbid(Breach.UNDECLARED, "0: the pages are mapped");
    }
    List<Mlocked> more = fresh(k, p, e);
    long charge = more.size() * config.pageSize();
    Usage u = new Usage(config, k);
    if (errno != 0) {
      boolean mayDeny =
          u.mayExceed(Holder.PROJECT, p.project(), charge)
              || u.mayExceed(Holder.ZONE, p.zone(), charge);
      return mayDeny && errno == Errno.EAGAIN
          ? new Answer.Next(next.with(k.after(Deed.MLOCKED, null)))
          : Answer.forbid("ACCT.shared-counter/one-limit", mayDeny ? "EAGAIN" : "0: there is room");
    }
    boolean denied =
        charge != 0
            && (u.exceeds(Holder.PROJECT, p.project(), charge)
                || u.exceeds(Holder.ZONE, p.zone(), charge));
    List<Mlocked> all = new ArrayList<>(k.mlocked());
    all.addAll(more);
    return denied
        ? Answer.forbid("ACCT.shared-counter/one-limit", "EAGAIN: the limit would be exceeded")
        : new Answer.Next(
            next.with(
                k.mlocked(List.copyOf(all))
                    .absent(
                        Locking.minus(
                            k.absent(), a -> a.space() == p.space() && e.covers(a.addr())))
                    .after(Deed.MLOCKED, null)));
  }

  private List<Mlocked> fresh(Locking k, Proc p, Extent e) {
    List<Mlocked> more = new ArrayList<>();
    for (long at = e.addr(); at != e.end(); at += config.pageSize()) {
      long page = at;
      if (k.mlocked().stream().noneMatch(m -> m.proc() == p.id() && m.addr() == page)) {
        more.add(new Mlocked(p.id(), page, p.project(), p.zone()));
      }
    }
    return more;
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: mlock does not wait");
  }
}
