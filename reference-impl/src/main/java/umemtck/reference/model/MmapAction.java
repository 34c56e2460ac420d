package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;

/** {@code mmap}: pages where nothing is mapped, inside the window. */
final class MmapAction implements Action {
  private final ModelConfig config;

  MmapAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    Call.Mmap m = (Call.Mmap) call;
    Answer.Undefined place = place(config, s, m.proc(), new Extent(m.addr(), m.len()), m.prot());
    if (place != null) {
      return place;
    }
    return config.declared().mappings().contains(m.kind())
        ? null
        : new Answer.Undefined("LOCK.efault-unsupported", "what the subject can map");
  }

  /** Where something may be mapped, and how: in the window, where nothing is mapped. */
  static Answer.Undefined place(ModelConfig config, UmemState s, long proc, Extent e, int prot) {
    Proc p = s.locking().proc(proc);
    boolean whole = e.len() != 0 && ((e.addr() | e.len()) & (config.pageSize() - 1)) == 0;
    if (p == null || p.borrows() || LayoutAction.exiting(s, p.id())) {
      return new Answer.Undefined("LOCK.efault-unmapped", "a process that is there");
    }
    if (!whole || !inWindow(config, e.addr(), e.len())) {
      return new Answer.Undefined("LOCK.efault-unmapped", "whole pages of the window");
    }
    if (!s.locking().mapped(p.space(), e).isEmpty() || LayoutAction.changing(s, p.space(), e)) {
      return new Answer.Undefined("LOCK.efault-unmapped", "pages where nothing is mapped");
    }
    boolean plain = prot == (Prot.READ | Prot.WRITE);
    return plain || config.offers(Feature.PROTECTION)
        ? null
        : new Answer.Undefined("LOCK.efault-unsupported", "what the subject can map");
  }

  private static boolean inWindow(ModelConfig config, long addr, long len) {
    Window w = config.declared().window();
    long bytes = w.pages() * config.pageSize();
    long from = addr - w.base();
    return Long.compareUnsigned(len, bytes) <= 0 && Long.compareUnsigned(from, bytes - len) <= 0;
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    Call.Mmap m = (Call.Mmap) p.call();
    long space = s.locking().proc(m.proc()).space();
    Mapping made = new Mapping(new Extent(m.addr(), m.len()), m.kind(), m.prot());
    return new Answer.Next(s.ended(p.id()).with(s.locking().map(space, made)));
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: mapping does not wait");
  }
}
