package umemtck.reference.model;

import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;

/** Sets and reads {@code project.max-locked-memory} and {@code zone.max-locked-memory}. */
final class LimitAction implements Action {
  private final ModelConfig config;

  LimitAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    Holder of = call instanceof Call.SetLimit l ? l.of() : ((Call.GetLimit) call).of();
    long id = call instanceof Call.SetLimit l ? l.id() : ((Call.GetLimit) call).id();
    boolean there =
        (of == Holder.PROJECT && s.locking().home(id) != null)
            || (of == Holder.ZONE && s.locking().hasZone(id));
    return there
        ? null
        : new Answer.Undefined("ACCT.observable", "a project or zone that is there");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    UmemState next = s.ended(p.id());
    if (p.call() instanceof Call.SetLimit l) {
      long used = new Usage(config, s.locking()).possible(l.of(), l.id());
      Deed deed = Long.compareUnsigned(l.bytes(), used) < 0 ? Deed.LIMIT_LOWERED : Deed.LIMITED;
      Limit set = new Limit(l.of(), l.id(), l.bytes());
      return new Answer.Next(next.with(s.locking().limit(set).after(deed, null)));
    }
    Call.GetLimit l = (Call.GetLimit) p.call();
    long got = ((Outcome.Amount) outcome).amount();
    Long set = s.locking().limit(l.of(), l.id());
    if (set == null && config.profile() == Profile.ILLUMOS && got != Usage.UNLIMITED) {
      return Answer.forbid(
          "ACCT.infinite-default/" + (l.of() == Holder.PROJECT ? "project" : "zone"),
          "no limit on a fresh machine");
    }
    if (set != null && got != set) {
      return Answer.forbid(
          "ACCT.observable/limit", "the limit that was set, " + Long.toUnsignedString(set));
    }
    return new Answer.Next(next.with(s.locking().limit(new Limit(l.of(), l.id(), got))));
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: the world does not wait");
  }
}
