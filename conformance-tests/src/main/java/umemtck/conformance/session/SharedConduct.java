package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import umemtck.conformance.plan.ExportStep;
import umemtck.reference.model.Export;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.SharedArea;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Feature;

/**
 * How the steps of a plan that are about the driver of Example 10-4 are carried out. Each of the
 * two pages has a mark of its own; whoever stores, everybody looks.
 */
final class SharedConduct {
  private final Session session;
  private final ModelConfig config;
  private final IntFunction<Long> process;
  private int lastMark;

  SharedConduct(Session session, ModelConfig config, IntFunction<Long> process) {
    this.session = session;
    this.config = config;
    this.process = process;
  }

  private UmemState state() {
    return session.judge().state();
  }

  /** Does one step; false if it is about something else. */
  boolean step(ExportStep step) {
    boolean ours =
        step instanceof ExportStep.SharedMap
            || step instanceof ExportStep.SharedDetach
            || step instanceof ExportStep.SharedTouch;
    if (!ours || !session.offers(Feature.SHARED_DRIVER)) {
      return ours;
    }
    if (step instanceof ExportStep.SharedMap s) {
      map(s);
    } else if (step instanceof ExportStep.SharedDetach) {
      make(Ids.PROCESS, new Call.SharedDetach());
      readPages();
    } else if (step instanceof ExportStep.SharedTouch s) {
      touch(s);
    }
    return true;
  }

  private boolean make(long by, Call call) {
    if (session.over() || session.duty(by, Context.USER, call) != null) {
      return false;
    }
    session.call(by, Context.USER, call, 0, null);
    return !session.over();
  }

  private void map(ExportStep.SharedMap s) {
    Long proc = process.apply(s.proc());
    if (proc == null) {
      return;
    }
    long addr = config.declared().window().base() + bytes(s.page());
    int rw = Prot.READ | Prot.WRITE;
    Call call = new Call.SharedMmap(proc, addr, bytes(s.pages()), bytes(s.off()), rw);
    if (session.over() || session.duty(proc, Context.USER, call) != null) {
      return;
    }
    boolean waits = session.mayWait(proc, Context.USER, call);
    if (waits && (!session.offers(Feature.SETTLE) || session.waiting() >= Conduct.SLEEPERS)) {
      return; // Whether it waits, or hangs, could not be told; or nobody could keep count.
    }
    session.call(proc, Context.USER, call, 0, null);
    readPages();
    look();
  }

  /** Of what the driver takes, only its pages are said. */
  void readPages() {
    if (!session.over() && session.offers(Feature.PAGES)) {
      session.all(List.of(new Call.GetFree(Resource.PAGES)));
    }
  }

  private void touch(ExportStep.SharedTouch s) {
    if (s.by() == ExportStep.NULL) {
      for (long page = 0; page < SharedArea.PAGES; page++) {
        make(Ids.PROCESS, new Call.SharedFill(bytes(page), config.pageSize(), mark()));
      }
    } else {
      Long proc = process.apply(s.by());
      Export e = proc == null ? null : of(proc);
      if (e == null || !session.offers(Feature.USER_MEMORY)) {
        return;
      }
      make(proc, new Call.UserFill(proc, e.where().addr(), config.pageSize(), mark()));
    }
    look();
  }

  private Export of(long proc) {
    var p = state().locking().proc(proc);
    return p == null
        ? null
        : state().exports().live().stream()
            .filter(e -> e.isArea() && e.space() == p.space())
            .findFirst()
            .orElse(null);
  }

  private int mark() {
    lastMark = lastMark % 0x7f + 1;
    return lastMark;
  }

  /** Everybody looks: the applications first, then the driver. */
  void look() {
    if (session.over() || state().exports().area() == null) {
      return;
    }
    List<Call> calls = new ArrayList<>();
    for (Export e : state().exports().live()) {
      if (e.isArea() && session.offers(Feature.USER_MEMORY)) {
        long addr = e.where().addr();
        int shows = session.judge().model().shows(state(), e.space(), addr);
        calls.add(new Call.UserMatches(e.space(), addr, config.pageSize(), Math.max(0, shows)));
      }
    }
    for (long page = 0; page < SharedArea.PAGES; page++) {
      int value = state().exports().area().contents().at(bytes(page));
      calls.add(new Call.SharedMatches(bytes(page), config.pageSize(), Math.max(0, value)));
    }
    calls.removeIf(c -> session.duty(Context.USER, c) != null);
    session.all(calls);
  }

  /** Lets the driver go, once nobody has its device mapped. */
  void detach() {
    if (session.offers(Feature.SHARED_DRIVER) && state().exports().allocated()) {
      make(Ids.PROCESS, new Call.SharedDetach());
      readPages();
    }
  }

  private long bytes(long pages) {
    return pages * config.pageSize();
  }
}
