package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Feature;

/** {@code fork}, and the data models of programs. */
final class ForkAction implements Action {
  private final ModelConfig config;

  ForkAction(ModelConfig config) {
    this.config = config;
  }

  private static final String SHARES = "DEVMAP.fork-shares/child";

  private static final Extent EVERYTHING = new Extent(0, -1L);

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    long proc = call instanceof Call.Fork f ? f.proc() : ((Call.SetDataModel) call).proc();
    Proc p = s.locking().proc(proc);
    if (p == null || p.borrows() || LayoutAction.exiting(s, proc)) {
      return new Answer.Undefined("DEVMAP.fork-shares", "a process that is there");
    }
    Feature needed = call instanceof Call.Fork ? Feature.FORK : Feature.DATA_MODELS;
    if (!config.offers(needed)) {
      return new Answer.Undefined("DEVMAP.fork-shares", "what the subject can arrange");
    }
    if (call instanceof Call.SetDataModel) {
      return null;
    }
    boolean busy =
        s.anyPending(q -> LayoutAction.changes(s, q.call(), proc))
            || s.locking().locks().stream().anyMatch(l -> l.space() == proc);
    if (busy || context != Context.USER) {
      return new Answer.Undefined("LOCK.fork-exec", "no fork while pages are locked");
    }
    return s.locking().mapped(proc, EVERYTHING).stream().allMatch(m -> copied(s, proc, m))
        ? null
        : new Answer.Undefined("DEVMAP.fork-shares", "devices, and pages of the process's own");
  }

  private static boolean copied(UmemState s, long proc, Mapping m) {
    return m.kind() == MappingKind.ANON_PRIVATE
        || m.kind() == MappingKind.FILE_PRIVATE
        || s.exports().at(proc, m.where().addr()) != null;
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    if (p.call() instanceof Call.SetDataModel m) {
      return outcome instanceof Outcome.Panicked
          ? Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange")
          : new Answer.Next(s.ended(p.id()).with(s.exports().of(m.proc(), m.model())));
    }
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(SHARES, "a child");
    }
    long child = ((Outcome.Created) outcome).id();
    if (child == 0 || s.locking().proc(child) != null) {
      return Answer.forbid(Breach.UNDECLARED, "a number that was never used");
    }
    return new Answer.Next(forked(s, s.ended(p.id()), ((Call.Fork) p.call()).proc(), child));
  }

  private static UmemState forked(UmemState s, UmemState next, long parent, long child) {
    Proc p = s.locking().proc(parent);
    Locking k = s.locking().with(new Proc(child, p.project(), p.zone(), child, false));
    for (Mapping m : s.locking().mapped(parent, EVERYTHING)) {
      k = k.map(child, m);
    }
    // Copying may have brought any page in.
    k = k.absent(Locking.minus(k.absent(), a -> a.space() == parent));
    return next.with(k)
        .with(s.buffers().copied(parent, child))
        .with(exports(s.exports(), parent, child));
  }

  private static Exports exports(Exports x, long parent, long child) {
    List<Export> all = new ArrayList<>();
    for (Export e : x.live()) {
      all.add(e.space() == parent ? e.blaming(SHARES) : e);
    }
    for (Export e : x.live()) {
      if (e.space() == parent) {
        all.add(e.forked(child, SHARES));
      }
    }
    return x.live(List.copyOf(all)).of(child, x.model(parent));
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: the world does not wait");
  }
}
