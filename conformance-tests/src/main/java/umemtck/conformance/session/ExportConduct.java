package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import umemtck.conformance.plan.ExportStep;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Contents;
import umemtck.reference.model.Export;
import umemtck.reference.model.Lock;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.subject.Feature;

/**
 * How the steps of a plan that are about mapped devices are carried out. Every page of the memory
 * that is shown has a mark of its own, so that the wrong page shows, whoever stored to it.
 */
final class ExportConduct {
  /** Of a longer mapping only the first pages are looked at. */
  private static final int LOOKS = 4;

  private final Session session;
  private final ModelConfig config;
  private final IntFunction<Long> allocated;
  private final IntFunction<Long> locked;
  private final IntFunction<Long> process;
  private final Map<Integer, Asked> asked = new HashMap<>();
  private int lastMark;

  /**
   * What a step asked for, and was given.
   *
   * @param proc whose address space
   * @param addr first byte
   * @param dhp the handle
   */
  private record Asked(long proc, long addr, long dhp) {}

  /**
   * The steps of one plan.
   *
   * @param allocated the cookie of an allocation, by name; null if there is none
   * @param locked the same of a lock
   * @param process the number of a process that is there, by name; null if there is none
   */
  ExportConduct(
      Session session,
      ModelConfig config,
      IntFunction<Long> allocated,
      IntFunction<Long> locked,
      IntFunction<Long> process) {
    this.session = session;
    this.config = config;
    this.allocated = allocated;
    this.locked = locked;
    this.process = process;
  }

  private UmemState state() {
    return session.judge().state();
  }

  /** Does one step. */
  void step(ExportStep step) {
    if (step instanceof ExportStep.Map s) {
      map(s);
    } else if (step instanceof ExportStep.Remap s) {
      remap(s);
    } else if (step instanceof ExportStep.Protect s) {
      Long proc = process.apply(s.proc());
      if (proc != null && session.offers(Feature.PROTECTION)) {
        make(proc, new Call.DevmapMprotect(proc, address(s.page()), bytes(s.pages()), s.prot()), 0);
      }
    } else if (step instanceof ExportStep.Fork s) {
      Long proc = process.apply(s.proc());
      if (proc != null && session.offers(Feature.FORK)) {
        make(proc, new Call.Fork(proc), s.name());
        lookAtAll();
      }
    } else if (step instanceof ExportStep.Model s) {
      Long proc = process.apply(s.proc());
      if (proc != null && session.offers(Feature.DATA_MODELS)) {
        make(proc, new Call.SetDataModel(proc, s.model()), 0);
      }
    } else if (step instanceof ExportStep.Touch s) {
      touch(s.name());
    } else if (step instanceof ExportStep.Load s) {
      Call load = load(s);
      if (load != null) {
        make(Ids.PROCESS, load, 0);
      }
    }
  }

  /** What a step calls while calls overlap; null if it is passed over. */
  Overlap.Made overlapping(ExportStep step) {
    Call call = null;
    if (step instanceof ExportStep.Load s) {
      call = load(s);
    } else if (step instanceof ExportStep.Remap s) {
      call = remapping(s);
    }
    Long by = call instanceof Call.UserMatches m ? (Long) m.proc() : (Long) Ids.PROCESS;
    return call == null || session.duty(by, Context.USER, call) != null
        ? null
        : new Overlap.Made(by, Context.USER, call, 0, null);
  }

  /** One byte, compared with what it was before. */
  private Call load(ExportStep.Load s) {
    Asked a = asked.get(s.name());
    if (a == null || !session.offers(Feature.USER_MEMORY)) {
      return null;
    }
    int shows = session.judge().model().shows(state(), a.proc(), a.addr());
    return new Call.UserMatches(a.proc(), a.addr(), 1, Math.max(0, shows));
  }

  /** Makes a call unless it would break a duty; false if it was not made. */
  private boolean make(long by, Call call, int name) {
    if (session.over() || session.duty(by, Context.USER, call) != null) {
      return false;
    }
    session.call(by, Context.USER, call, name, null);
    return !session.over();
  }

  private void map(ExportStep.Map s) {
    Long proc = process.apply(s.proc());
    UmemSetup setup = setup(s.setup());
    UmemSetup again = s.again() == null ? null : setup(s.again());
    if (proc == null || setup == null || (s.again() != null && again == null)) {
      return;
    }
    Call call =
        new Call.DevmapUmemSetup(
            proc,
            address(s.page()),
            bytes(s.pages()),
            s.prot(),
            s.share(),
            s.opened(),
            setup,
            again,
            s.entry(),
            s.map());
    if (make(proc, call, s.name())) {
      lookAtAll();
    }
  }

  /** The call of a setup; null if there is nothing that it could be about. */
  private UmemSetup setup(Setup s) {
    Long cookie = cookie(s.of());
    if (cookie == null) {
      return null;
    }
    long size = size(cookie);
    return new UmemSetup(
        cookie,
        s.of().off().resolve(config.pageSize(), size),
        s.of().len().resolve(config.pageSize(), size),
        s.maxprot(),
        s.flags(),
        s.callbacks());
  }

  private Long cookie(Of of) {
    if (of.name() == ExportStep.NULL) {
      return 0L;
    }
    return (of.locked() ? locked : allocated).apply(of.name());
  }

  /** Bytes of the memory of a cookie, whole pages. */
  private long size(long cookie) {
    Allocation a = state().find(cookie);
    if (a != null) {
      return a.hasMemory() ? bytes(a.pages()) : config.roundUp(a.size());
    }
    Lock l = state().locking().lock(cookie);
    return l == null ? 0 : l.len();
  }

  private void remap(ExportStep.Remap s) {
    Call call = remapping(s);
    if (call != null && make(asked.get(s.name()).proc(), call, 0)) {
      lookAtAll();
    }
  }

  /** What a remap calls; null if there is nothing that it could be about. */
  private Call remapping(ExportStep.Remap s) {
    Asked a = asked.get(s.name());
    Long cookie = cookie(s.of());
    if (a == null || cookie == null || !session.offers(Feature.REMAP)) {
      return null;
    }
    long size = size(cookie);
    return new Call.DevmapUmemRemap(
        a.dhp,
        cookie,
        s.of().off().resolve(config.pageSize(), size),
        s.of().len().resolve(config.pageSize(), size),
        s.maxprot(),
        s.flags());
  }

  /** What is remembered when a call has ended. */
  void after(Call call, Outcome outcome, int name) {
    if (call instanceof Call.DevmapUmemSetup m && ((Outcome.Mapped) outcome).errno() == 0) {
      asked.put(name, new Asked(m.proc(), m.addr(), ((Outcome.Mapped) outcome).dhp()));
    }
  }

  // ---- Touching.

  private Export export(int name) {
    Asked a = asked.get(name);
    if (a == null || state().locking().proc(a.proc) == null) {
      return null;
    }
    for (Export e : state().exports().live()) {
      if (e.dhp() == a.dhp) {
        return e;
      }
    }
    return null;
  }

  private void touch(int name) {
    Export e = export(name);
    if (e == null || !session.offers(Feature.USER_MEMORY)) {
      return;
    }
    if (e.valid()) {
      mark(e.cookie());
      markBehind(e);
      lookAtAll();
    }
    for (long at = 0; at < e.where().len() && !session.over(); at += config.pageSize()) {
      if (at / config.pageSize() < LOOKS) {
        long addr = e.where().addr() + at;
        make(e.space(), new Call.UserFill(e.space(), addr, config.pageSize(), mark()), 0);
      }
    }
    if (!e.valid()) {
      make(e.space(), look(e.space(), e.where().addr()), 0);
      return;
    }
    lookAtKernel();
    lookAtAll();
    touchByChild(e);
  }

  /** A child that was forked stores to what it has of the mapping, too. */
  private void touchByChild(Export parent) {
    for (Export e : state().exports().live()) {
      boolean child = e.dhp() == 0 && e.cookie() == parent.cookie() && e.valid();
      if (child && !session.over()) {
        make(
            e.space(),
            new Call.UserFill(e.space(), e.where().addr(), config.pageSize(), mark()),
            0);
        lookAtKernel();
        lookAtAll();
      }
    }
  }

  private int mark() {
    lastMark = lastMark % 0x7f + 1;
    return lastMark;
  }

  /** The driver, or the process whose pages are locked, marks each page of a cookie's memory. */
  private void mark(long cookie) {
    Allocation a = state().find(cookie);
    Lock l = state().locking().lock(cookie);
    long len = a == null ? l.len() : bytes(a.pages());
    List<Call> calls = new ArrayList<>();
    for (long at = 0; at < len; at += config.pageSize()) {
      calls.add(
          a == null
              ? new Call.UserFill(l.space(), l.addr() + at, config.pageSize(), mark())
              : new Call.MemoryFill(a.address() + at, config.pageSize(), mark()));
    }
    calls.removeIf(c -> session.duty(Context.USER, c) != null);
    session.all(calls);
  }

  /** Behind a mapping there may be memory of the process's own. */
  private void markBehind(Export e) {
    long addr = e.where().end();
    Call call = new Call.UserFill(e.space(), addr, config.pageSize(), mark());
    if (state().exports().at(e.space(), addr) == null) {
      make(e.space(), call, 0);
    }
  }

  // ---- Looking.

  private Call look(long proc, long addr) {
    int shows = session.judge().model().shows(state(), proc, addr);
    return new Call.UserMatches(proc, addr, config.pageSize(), Math.max(0, shows));
  }

  /** Looks through every mapping that is valid, and at the page behind it. */
  void lookAtAll() {
    if (session.over() || !session.offers(Feature.USER_MEMORY)) {
      return;
    }
    List<Call> calls = new ArrayList<>();
    for (Export e : state().exports().live()) {
      long pages = Math.min(LOOKS, e.where().len() / config.pageSize());
      for (long i = 0; i < pages && e.valid(); i++) {
        calls.add(look(e.space(), e.where().addr() + bytes(i)));
      }
      if (state().exports().at(e.space(), e.where().end()) == null) {
        calls.add(look(e.space(), e.where().end()));
      }
    }
    calls.removeIf(c -> session.duty(Context.USER, c) != null);
    session.all(calls);
  }

  /** Looks at all memory of the kernel, and at the pages that are locked. */
  private void lookAtKernel() {
    if (session.over()) {
      return;
    }
    List<Call> calls = new ArrayList<>();
    for (Allocation a : state().live()) {
      if (a.hasMemory()) {
        for (Contents.Run r : a.contents().runs()) {
          calls.add(new Call.MemoryMatches(a.address() + r.from(), r.to() - r.from(), r.known()));
        }
      }
    }
    for (Lock l : state().locking().locks()) {
      for (long at = 0; at < Math.min(l.len(), bytes(LOOKS)); at += config.pageSize()) {
        calls.add(look(l.space(), l.addr() + at));
      }
    }
    calls.removeIf(c -> session.duty(Context.USER, c) != null);
    session.all(calls);
  }

  // ---- The end.

  /** Takes every mapping of a device away: no cookie may be released before. */
  void unmapAll() {
    for (Export e : List.copyOf(state().exports().live())) {
      Call call = new Call.Munmap(e.space(), e.where().addr(), e.where().len());
      if (!session.over() && session.duty(e.space(), Context.USER, call) == null) {
        boolean waits = session.mayWait(e.space(), Context.USER, call);
        if (!waits || session.offers(Feature.SETTLE)) {
          session.call(e.space(), Context.USER, call, 0, null);
        }
      }
    }
  }

  private long bytes(long pages) {
    return pages * config.pageSize();
  }

  private long address(long page) {
    return config.declared().window().base() + bytes(page);
  }
}
