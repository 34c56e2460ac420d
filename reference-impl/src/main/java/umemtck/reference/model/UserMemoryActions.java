package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Matched;
import umemtck.spec.ddi.Prot;

/** What applications load from their mappings, and store. */
final class UserMemoryActions implements Action {
  private final ModelConfig config;

  UserMemoryActions(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    Proc p = s.locking().proc(proc(call));
    Extent where = where(call);
    int needed = call instanceof Call.UserFill ? Prot.WRITE : Prot.READ;
    boolean whole = where.len() > 0 && Long.compareUnsigned(where.last(), where.addr()) >= 0;
    boolean may = p != null && !LayoutAction.exiting(s, p.id()) && whole && mapped(s, p, where);
    boolean allowed =
        may
            && s.locking().mapped(p.space(), where).stream()
                .allMatch(m -> (m.prot() & needed) != 0);
    return allowed
        ? null
        : new Answer.Undefined("LOCK.success", "mapped pages that the process may access so");
  }

  private boolean mapped(UmemState s, Proc p, Extent where) {
    long from = where.addr() & -config.pageSize();
    long to = (where.last() | (config.pageSize() - 1)) + 1;
    return s.locking().isMapped(p.space(), from, to - from)
        && !LayoutAction.changing(s, p.space(), where);
  }

  private static long proc(Call call) {
    return call instanceof Call.UserFill f ? f.proc() : ((Call.UserMatches) call).proc();
  }

  private static Extent where(Call call) {
    return call instanceof Call.UserFill f
        ? new Extent(f.addr(), f.len())
        : new Extent(((Call.UserMatches) call).addr(), ((Call.UserMatches) call).len());
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    long space = s.locking().proc(proc(p.call())).space();
    UmemState next = s.ended(p.id());
    if (p.call() instanceof Call.UserFill f) {
      return new Answer.Next(
          next.with(s.buffers().filled(space, where(f), f.value(), config.pageSize())));
    }
    Call.UserMatches m = (Call.UserMatches) p.call();
    Matched seen = (Matched) outcome;
    if (agrees(s.buffers(), space, where(m), m.value(), seen, config.pageSize())) {
      return new Answer.Next(next);
    }
    LiveBuf last = s.buffers().stored();
    boolean byTransfer = last != null && s.find(last.cookie()) == null;
    String expected = "the bytes that were stored there";
    return byTransfer
        ? new Answer.Forbidden(BufActions.blame(s, last, config.pageSize(), expected))
        : Answer.forbid(Breach.UNDECLARED, expected);
  }

  /** Whether a comparison of pages of a process is what it should be. */
  static boolean agrees(
      Buffers b, long space, Extent where, int value, Matched seen, long pageSize) {
    long reported = seen.difference() < 0 ? where.len() : seen.difference();
    for (long done = 0; done < where.len(); ) {
      long at = where.addr() + done;
      long page = at & -pageSize;
      long to = Math.min(where.len(), done + (page + pageSize - at));
      boolean here = reported < to;
      Contents.Difference d =
          b.page(space, page, pageSize)
              .check(
                  at - page,
                  at - page + (to - done),
                  value,
                  here ? reported - done : -1,
                  seen.found());
      if (d != null) {
        return false;
      }
      if (here) {
        return true;
      }
      done = to;
    }
    return true;
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: touching memory does not wait");
  }
}
