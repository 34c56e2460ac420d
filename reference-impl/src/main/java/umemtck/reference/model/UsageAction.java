package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;

/** Reads what is counted as locked. */
final class UsageAction implements Action {
  private final ModelConfig config;

  UsageAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    Call.GetLocked g = (Call.GetLocked) call;
    boolean there =
        switch (g.of()) {
          case PROJECT -> s.locking().home(g.id()) != null;
          case ZONE -> s.locking().hasZone(g.id());
          case PROCESS -> s.locking().proc(g.id()) != null;
        };
    return there ? null : new Answer.Undefined("ACCT.observable", "who and what is there");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    Call.GetLocked g = (Call.GetLocked) p.call();
    long got = ((Outcome.Amount) outcome).amount();
    Usage u = new Usage(config, s.locking());
    long least = u.certain(g.of(), g.id());
    long most = u.possible(g.of(), g.id());
    if (Long.compareUnsigned(got, least) < 0
        || Long.compareUnsigned(got, most) > 0
        || (least != most && !u.maybe(g.of(), g.id(), got - least))) {
      return new Answer.Forbidden(
          new UsageBlame(config, s.locking(), g, least, most, got).breaches());
    }
    UmemState next = s.ended(p.id());
    if (least == most || (got != least && got != most)) {
      return new Answer.Next(next);
    }
    Charged found = got == least ? Charged.NO : Charged.YES;
    return new Answer.Next(next.with(s.locking().eachLock(l -> open(l, g) ? l.with(found) : l)));
  }

  private static boolean open(Lock l, Call.GetLocked g) {
    return l.charged() == Charged.EITHER && l.counts() && Usage.belongs(l, g.of(), g.id());
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: looking does not wait");
  }
}
