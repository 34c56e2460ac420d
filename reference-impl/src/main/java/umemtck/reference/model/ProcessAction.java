package umemtck.reference.model;

import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;

/** Processes, projects and zones: what is created, and who moves where. */
final class ProcessAction implements Action {
  private final ModelConfig config;

  ProcessAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    Locking k = s.locking();
    boolean there =
        call instanceof Call.NewZone
            || (call instanceof Call.NewProcess n && k.home(n.project()) != null)
            || (call instanceof Call.NewProject n && k.hasZone(n.zone()))
            || (call instanceof Call.Vfork v && owns(s, v.proc()))
            || (call instanceof Call.Settaskid t && owns(s, t.proc()) && sameZone(k, t))
            || (call instanceof Call.ZoneEnter z && owns(s, z.proc()) && k.hasZone(z.zone()));
    return there ? null : new Answer.Undefined("ACCT.observable", "who and what is there");
  }

  private static boolean owns(UmemState s, long proc) {
    Proc p = s.locking().proc(proc);
    return p != null && !p.borrows() && !LayoutAction.exiting(s, proc);
  }

  private static boolean sameZone(Locking k, Call.Settaskid t) {
    Locking.Home to = k.home(t.project());
    return to != null && to.zone() == k.proc(t.proc()).zone();
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    UmemState next = s.ended(p.id());
    if (p.call() instanceof Call.Settaskid t) {
      return settaskid(s, next, t, ((Outcome.Result) outcome).errno());
    }
    if (p.call() instanceof Call.ZoneEnter z) {
      return zoneEnter(s, next, z, ((Outcome.Result) outcome).errno());
    }
    return created(s.locking(), next, p.call(), ((Outcome.Created) outcome).id());
  }

  private static Answer created(Locking k, UmemState next, Call call, long id) {
    boolean taken =
        call instanceof Call.NewProcess || call instanceof Call.Vfork
            ? id == 0 || k.proc(id) != null
            : k.home(id) != null || k.hasZone(id);
    if (taken) {
      return Answer.forbid(Breach.UNDECLARED, "a number that was never used");
    }
    if (call instanceof Call.NewProcess n) {
      long zone = k.home(n.project()).zone();
      return new Answer.Next(next.with(k.with(new Proc(id, n.project(), zone, id, false))));
    }
    if (call instanceof Call.Vfork v) {
      Proc parent = k.proc(v.proc());
      Proc child = new Proc(id, parent.project(), parent.zone(), parent.space(), false);
      return new Answer.Next(next.with(k.with(child)));
    }
    long zone = call instanceof Call.NewProject n ? n.zone() : id;
    return new Answer.Next(next.with(k.with(new Locking.Home(id, zone))));
  }

  /** ACCT.move-carries-charge, ACCT.move-denied: in illumos what is counted goes along. */
  private Answer settaskid(UmemState s, UmemState next, Call.Settaskid t, int errno) {
    Locking k = s.locking();
    Proc p = k.proc(t.proc());
    Usage u = new Usage(config, k);
    boolean away = p.project() != t.project();
    boolean carries = config.profile() == Profile.ILLUMOS && away;
    long surely = u.certain(Holder.PROCESS, p.id());
    long perhaps = u.possible(Holder.PROCESS, p.id());
    boolean denied = carries && surely != 0 && u.exceeds(Holder.PROJECT, t.project(), surely);
    boolean mayDeny = carries && u.mayExceed(Holder.PROJECT, t.project(), perhaps);
    if (errno == 0) {
      return denied
          ? Answer.forbid("ACCT.move-denied/errno", "EAGAIN: the project's limit would be exceeded")
          : new Answer.Next(next.with(moved(k, p, t.project(), p.zone(), Deed.MOVED)));
    }
    if (carries && !mayDeny) {
      return Answer.forbid("ACCT.move-denied/errno", "0: the limit leaves room");
    }
    if (carries && errno != Errno.EAGAIN) {
      return Answer.forbid("ACCT.move-denied/errno", "EAGAIN");
    }
    return new Answer.Next(next.with(k.after(Deed.MOVE_DENIED, null)));
  }

  private Answer zoneEnter(UmemState s, UmemState next, Call.ZoneEnter z, int errno) {
    Locking k = s.locking();
    if (errno != 0) {
      return Answer.forbid(Breach.UNDECLARED, "0: who declares ZONES lets processes enter them");
    }
    Proc p = k.proc(z.proc());
    return new Answer.Next(next.with(moved(k, p, z.zone(), z.zone(), Deed.ZONE_ENTERED)));
  }

  private Locking moved(Locking k, Proc p, long project, long zone, Deed deed) {
    Locking next = k.moved(p.movedTo(project, zone)).after(Done.of(deed, Lock.asked(p, false)));
    if (config.profile() == Profile.DOCUMENTED) {
      return next; // K-05: the charge stays where it was made.
    }
    return next.eachLock(l -> l.proc() == p.id() ? l.carriedBy(project, zone) : l)
        .eachMlocked(m -> m.proc() == p.id() ? new Mlocked(m.proc(), m.addr(), project, zone) : m);
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: the world does not wait");
  }
}
