package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Matched;
import umemtck.spec.ddi.Prot;

/** What applications load from their mappings, and store. */
final class UserMemoryActions implements Action {
  private final ModelConfig config;
  private final Views views;

  UserMemoryActions(ModelConfig config) {
    this.config = config;
    views = new Views(config);
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    Proc p = s.locking().proc(proc(call));
    Extent where = where(call);
    int needed = call instanceof Call.UserFill ? Prot.WRITE : Prot.READ;
    boolean whole = where.len() != 0 && Long.compareUnsigned(where.last(), where.addr()) >= 0;
    boolean may = p != null && !LayoutAction.exiting(s, p.id()) && whole && mapped(s, p, where);
    boolean allowed =
        may
            && s.locking().mapped(p.space(), where).stream()
                .allMatch(m -> (m.prot() & needed) != 0);
    if (!allowed) {
      return new Answer.Undefined("LOCK.success", "mapped pages that the process may access so");
    }
    return s.exports().in(p.space(), where).stream().noneMatch(Export::isPrivate)
        ? null
        : new Answer.Undefined("DEVMAP.private-refused", "pages of no private device");
  }

  /** A range, from the start of its first page on. */
  private Extent pages(Extent where) {
    long from = where.addr() & -config.pageSize();
    return new Extent(from, where.end() - from);
  }

  private boolean mapped(UmemState s, Proc p, Extent where) {
    Extent pages = pages(where);
    return s.locking().isMapped(p.space(), pages.addr(), pages.len())
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
    long space = s.locking().proc(proc(p.call())).space();
    Extent where = where(p.call());
    List<Export> touched = s.exports().in(space, where);
    Export e = touched.isEmpty() ? null : first(touched, where, outcome);
    UmemState next = s.ended(p.id()).with(s.locking().touched(space, pages(where)));
    if (touched.stream().anyMatch(x -> !x.valid())) {
      return outcome instanceof Outcome.Signalled
          ? new Answer.Next(signalled(next, space, p.call(), touched))
          : Answer.forbid("DEVMAP.invalid-faults/signal", "a signal: the mapping is invalid");
    }
    if (outcome instanceof Outcome.Signalled || outcome instanceof Outcome.Panicked) {
      return faulted(s, next, e, outcome);
    }
    if (p.call() instanceof Call.UserFill f) {
      UmemState stored = views.stored(next, space, where, f.value());
      return new Answer.Next(stored.with(stored.exports().storedBy(e, f.value())));
    }
    Matched seen = (Matched) outcome;
    int value = ((Call.UserMatches) p.call()).value();
    return views.agrees(s, space, where, value, seen)
        ? new Answer.Next(next)
        : new Answer.Forbidden(blame(s, space, where, e, seen));
  }

  /** The mapping where a difference was found; the first that is touched, if there is none. */
  private static Export first(List<Export> touched, Extent where, Outcome outcome) {
    if (outcome instanceof Matched m && m.difference() >= 0) {
      long at = where.addr() + m.difference();
      return touched.stream().filter(e -> e.where().covers(at)).findFirst().orElse(null);
    }
    return touched.get(0);
  }

  /** A store that ended in a signal may have come to what is valid before, and nowhere else. */
  private UmemState signalled(UmemState next, long space, Call call, List<Export> touched) {
    if (!(call instanceof Call.UserFill f)) {
      return next;
    }
    Export invalid = touched.stream().filter(e -> !e.valid()).findFirst().orElseThrow();
    Extent where = where(call);
    boolean all = invalid.where().covers(where.addr()) && invalid.where().covers(where.last());
    UmemState stored = all ? next : views.stored(next, space, where, Contents.UNKNOWN);
    return stored.with(stored.exports().storedBy(invalid, f.value()));
  }

  private Answer faulted(UmemState s, UmemState next, Export e, Outcome outcome) {
    if (e == null) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    boolean rounded = !e.exact() && outcome instanceof Outcome.Signalled;
    return rounded
        ? new Answer.Next(next) // K-14: whatever was rounded, nothing else is shown.
        : new Answer.Forbidden(
            new ExportBlame(s, config).faults(e, "memory: the mapping is valid"));
  }

  private List<Breach> blame(UmemState s, long space, Extent where, Export e, Matched seen) {
    String expected = "the bytes that were stored there";
    ExportBlame exports = new ExportBlame(s, config);
    if (e != null) {
      return exports.through(e, seen.difference() < 0 ? -1 : seen.found(), expected);
    }
    LiveBuf last = s.buffers().stored();
    if (last != null && s.find(last.cookie()) == null) {
      return BufActions.blame(s, last, expected);
    }
    Export by = s.exports().stored();
    if (by != null) {
      List<Breach> breaches = new ArrayList<>(exports.through(by, -1, expected));
      breaches.add(new Breach("LOCK.stable-content/same-pages", expected));
      return breaches;
    }
    boolean behind = s.exports().remapped() != 0 && s.exports().at(space, where.addr() - 1) != null;
    return List.of(new Breach(behind ? "REMAP.length-fixed/whole" : Breach.UNDECLARED, expected));
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: touching memory does not wait");
  }
}
