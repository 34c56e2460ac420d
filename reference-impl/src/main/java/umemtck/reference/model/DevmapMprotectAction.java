package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Call.DevmapMprotect;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Feature;

/** {@code mprotect} of pages of a mapped device: it cannot exceed maxprot. */
final class DevmapMprotectAction implements Action {
  private static final String STICKY = "DEVMAP.maxprot-sticky/mprotect";

  private final ModelConfig config;

  DevmapMprotectAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call called) {
    DevmapMprotect m = (DevmapMprotect) called;
    Proc p = s.locking().proc(m.proc());
    if (p == null || p.borrows() || LayoutAction.exiting(s, p.id()) || context != Context.USER) {
      return new Answer.Undefined("DEVMAP.maxprot-sticky", "a process that is there");
    }
    Extent where = new Extent(m.addr(), m.len());
    boolean pages = m.len() != 0 && ((m.addr() | m.len()) & (config.pageSize() - 1)) == 0;
    Export e = s.exports().at(p.space(), m.addr());
    boolean one =
        pages && e != null && e.where().covers(m.addr()) && e.where().covers(where.last());
    if (!one || e.isPrivate() || LayoutAction.changing(s, p.space(), where)) {
      return new Answer.Undefined("DEVMAP.maxprot-sticky", "pages of one mapped device");
    }
    if (!s.locking().pinning(p.space(), where).isEmpty()) {
      return new Answer.Undefined("LOCK.blocks-layout-change", "pages that nobody has locked");
    }
    boolean known = (m.prot() & ~(Prot.READ | Prot.WRITE)) == 0;
    return known && config.offers(Feature.PROTECTION)
        ? null
        : new Answer.Undefined("DEVMAP.maxprot-sticky", "what the subject can protect");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    DevmapMprotect m = (DevmapMprotect) p.call();
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(STICKY, "an errno");
    }
    long space = s.locking().proc(m.proc()).space();
    Export e = s.exports().at(space, m.addr());
    UmemState next = s.ended(p.id());
    if (((Outcome.Result) outcome).errno() != 0) {
      return (m.prot() & ~e.least()) == 0
          ? Answer.forbid(STICKY, "0: it is within maxprot")
          : new Answer.Next(next);
    }
    return (m.prot() & ~e.most()) != 0
        ? Answer.forbid(STICKY, "an errno: it is beyond maxprot")
        : new Answer.Next(
            next.with(s.locking().protect(space, new Extent(m.addr(), m.len()), m.prot())));
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(STICKY, "a return: nothing is locked there");
  }
}
