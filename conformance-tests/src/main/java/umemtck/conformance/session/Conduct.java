package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.conformance.plan.BufStep;
import umemtck.conformance.plan.ExportStep;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Step;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Demand;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.SharedArea;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Feature;

/**
 * How a plan is carried out, and what is looked at on the way. Looking is what catches: memory is
 * compared and stored to after every allocation, compared and made dirty before every release, and
 * what is free is read after every call.
 */
final class Conduct {
  /** Stored over memory before it is freed; no allocation is marked with it. */
  private static final int DIRT = 0xDB;

  /** Of a longer extent only both ends are touched. */
  private static final long END = 1 << 20;

  /**
   * Calls that are out at the same time, at most: each may have taken what it needs, or not yet.
   */
  static final int SLEEPERS = 3;

  private static final List<Resource> READABLE =
      List.of(Resource.PAGES, Resource.SWAP, Resource.COOKIES);

  private final Session session;
  private final ModelConfig config;
  private final Guide guide;
  private final Plan plan;
  private final List<Step> done = new ArrayList<>();
  private final LockConduct locks;
  private final BufConduct bufs;
  private final ExportConduct exports;
  private final SharedConduct shared;
  private final OverlapConduct overlaps;
  private final Map<Integer, Long> cookieOf = new HashMap<>();
  private final Set<Integer> freed = new HashSet<>();
  private int lastMark;
  private boolean marks = true;
  private int at = -1;

  Conduct(Session session, ModelConfig config, Guide guide) {
    this.session = session;
    this.config = config;
    this.guide = guide;
    plan = guide.opening();
    locks = new LockConduct(session, config, plan);
    bufs = new BufConduct(session, config, this::allocated, locks::cookie);
    exports = new ExportConduct(session, config, this::allocated, locks::cookie, locks::process);
    shared = new SharedConduct(session, config, locks::process);
    overlaps = new OverlapConduct(session, locks, exports, cookieOf, freed);
  }

  /** Begins, does every step, and closes. */
  void all() {
    List<Call> first = new ArrayList<>();
    plan.free().forEach((resource, amount) -> first.addAll(settingFree(resource, amount)));
    first.addAll(readOut()); // So that the first call, too, has something to be compared with.
    session.all(first);
    locks.begin();
    for (Step s : plan.steps()) {
      if (!begin(s)) {
        return;
      }
    }
    for (Step s = guide.next(session.unheard()); s != null; s = guide.next(session.unheard())) {
      if (!begin(s)) {
        return;
      }
    }
    at = -1;
    close();
  }

  private boolean begin(Step step) {
    at = done.size();
    done.add(step);
    return step(step) && !session.over();
  }

  /** All that was done, as a plan that does the same. */
  Plan done() {
    return plan.with(done);
  }

  /** Which step is under way, or was the last when it went wrong; -1 for none. */
  int step() {
    return at;
  }

  /** What is looked at when a call has ended. */
  void after(int id, Call call, Outcome outcome, int name) {
    if (call instanceof Call.UmemAlloc || call instanceof Call.UmemFree) {
      afterAllocation(call, outcome, name);
    }
    bufs.after(call, outcome, name);
    exports.after(call, outcome, name);
    if (call instanceof Call.SharedMmap || call instanceof Call.SharedDetach) {
      shared.readPages();
    }
    if (!LOOKS.contains(call.getClass())) {
      locks.after(id, call, outcome, name);
    }
  }

  private static final Set<Class<?>> LOOKS =
      Set.of(
          Call.MemoryFill.class,
          Call.MemoryMatches.class,
          Call.SetFree.class,
          Call.GetFree.class,
          Call.PageOut.class,
          Call.IsResident.class,
          Call.GetBuf.class,
          Call.Strategy.class,
          Call.UserFill.class,
          Call.UserMatches.class,
          Call.SharedFill.class,
          Call.SharedMatches.class);

  private Long allocated(int name) {
    return freed.contains(name) ? null : cookieOf.get(name);
  }

  private void afterAllocation(Call call, Outcome outcome, int name) {
    if (call instanceof Call.UmemAlloc) {
      Outcome.Allocated got = (Outcome.Allocated) outcome;
      if (got.cookie() != 0) {
        cookieOf.put(name, got.cookie());
        Allocation a = session.judge().state().find(got.cookie());
        if (got.address() != 0 && a != null && a.pages() * config.pageSize() < 1) {
          session.giveUp(
              "ddi_umem_alloc: it gave "
                  + Long.toUnsignedString(a.pages() * config.pageSize())
                  + " bytes, and nobody can look at so many");
          return;
        }
        if (got.address() != 0 && a != null) {
          List<Call> calls =
              touched(a, 0, a.pages() * config.pageSize(), Call.MemoryMatches::new, 0);
          calls.addAll(marks ? marked(a) : List.of());
          calls.addAll(readOut());
          session.all(calls);
          return;
        }
      }
    }
    session.all(readOut());
  }

  /** Does one step; false if the machine is not used any more. */
  private boolean step(Step step) {
    if (step instanceof LockStep l) {
      return locking(l);
    }
    if (step instanceof BufStep b) {
      return buf(b);
    }
    if (step instanceof OverlapStep o) {
      overlap(o);
      return true;
    }
    if (step instanceof ExportStep e) {
      if (!shared.step(e) && session.offers(Feature.DEVMAP)) {
        exports.step(e);
      }
      return true;
    }
    if (step instanceof Step.Alloc a) {
      return alloc(a);
    }
    if (step instanceof Step.Free f) {
      return free(f);
    }
    if (step instanceof Step.FreeNull f) {
      ddi(f.context(), new Call.UmemFree(0), 0);
    } else if (step instanceof Step.FreeStranger) {
      return !plan.misuse() || !misuse(Context.USER, new Call.UmemFree(stranger()), false);
    } else if (step instanceof Step.Rewrite r) {
      Allocation a = live(r.name());
      if (a != null && a.hasMemory()) {
        List<Call> calls = looks(a);
        calls.addAll(marked(a));
        session.all(calls);
      }
    } else if (step instanceof Step.Fill f) {
      fill(f);
    } else if (step instanceof Step.Unmarked) {
      marks = false;
    } else if (step instanceof Step.SetFree s) {
      setFree(s.resource(), s.amount());
      session.all(readOut());
    } else if (step instanceof Step.PageOut) {
      pageOut();
    } else {
      session.settle();
      locks.readUsage();
    }
    return true;
  }

  private void overlap(OverlapStep step) {
    if (!session.offers(Feature.STALLS)) {
      return;
    }
    overlaps.step(step);
    if (session.over()) {
      return;
    }
    locks.readUsage();
    locks.lookAtPages();
    if (hasExports()) {
      exports.lookAtAll();
      shared.look();
    }
    session.all(readOut());
  }

  private void fill(Step.Fill f) {
    Allocation a = live(f.name());
    if (a == null || !a.hasMemory()) {
      return;
    }
    long size = a.pages() * config.pageSize();
    long from = f.from().resolve(config.pageSize(), size);
    long len = f.len().resolve(config.pageSize(), size);
    Call call = new Call.MemoryFill(a.address() + from, len, f.value());
    if (from >= 0 && len > 0 && len <= size - from && session.duty(Context.USER, call) == null) {
      session.all(List.of(call));
    }
  }

  private boolean buf(BufStep step) {
    if (!session.offers(Feature.IOSETUP)) {
      return true;
    }
    Call call = plan.misuse() && step instanceof BufStep.Setup s ? bufs.setup(s) : null;
    if (call != null && misuse(((BufStep.Setup) step).context(), call, false)) {
      return false;
    }
    bufs.step(step);
    if (step instanceof BufStep.Transfer && hasExports()) {
      exports.lookAtAll();
    }
    if (!(step instanceof BufStep.Transfer) && session.offers(Feature.LOCK)) {
      locks.readUsage();
    }
    return true;
  }

  private boolean locking(LockStep step) {
    boolean ofDevices =
        session.offers(Feature.DEVMAP)
            && (step instanceof LockStep.Munmap
                || step instanceof LockStep.UserFill
                || step instanceof LockStep.UserLook
                || step instanceof LockStep.NewProcess
                || step instanceof LockStep.Exit);
    if (!session.offers(Feature.LOCK) && !ofDevices) {
      return true;
    }
    Misuse misuse = plan.misuse() ? locks.misuse(step, cookieOf) : null;
    if (misuse != null) {
      return !misuse(misuse.context(), misuse.call(), misuse.wasLive());
    }
    locks.step(step);
    return true;
  }

  /**
   * A call that breaks a duty on purpose.
   *
   * @param wasLive whether its cookie had been live before
   */
  record Misuse(Context context, Call call, boolean wasLive) {}

  private boolean alloc(Step.Alloc a) {
    UmemState s = session.judge().state();
    long size =
        a.size()
            .resolve(
                config.pageSize(),
                s.budget(Resource.PAGES).certain(),
                config.declared().capacity());
    Call.UmemAlloc call = new Call.UmemAlloc(size, a.flag());
    if (session.mayWait(a.context(), call)
        && (!session.offers(Feature.SETTLE) || session.waiting() >= SLEEPERS)) {
      return true; // Whether it waits, or hangs, could not be told; or nobody could keep count.
    }
    return ddi(a.context(), call, a.name());
  }

  private boolean free(Step.Free f) {
    Long cookie = cookieOf.get(f.name());
    if (cookie == null) {
      return true;
    }
    Allocation a = live(f.name());
    if (a == null) {
      // Freed before. Once more only on purpose, and only while nobody else has the cookie.
      boolean again = plan.misuse() && session.judge().state().find(cookie) == null;
      return !again || !misuse(f.context(), new Call.UmemFree(cookie), true);
    }
    Call.UmemFree call = new Call.UmemFree(cookie);
    if (!reachable(f.context()) || session.duty(f.context(), call) != null) {
      return !plan.misuse() || !misuse(f.context(), call, false);
    }
    freed.add(f.name());
    free(a, f.context());
    return true;
  }

  /** Makes a call, unless it would break a duty; in a plan that misuses, then just that. */
  private boolean ddi(Context context, Call call, int name) {
    if (!reachable(context)) {
      return true;
    }
    Answer.Undefined broken = session.duty(context, call);
    if (broken == null) {
      session.call(context, call, name);
      return true;
    }
    return !plan.misuse() || !misuse(context, call, false);
  }

  /** Breaks a duty, if the subject says that it diagnoses that; true if it was done. */
  private boolean misuse(Context context, Call call, boolean wasLive) {
    Answer.Undefined broken = session.duty(context, call);
    if (broken == null
        || Misuses.situation(broken, wasLive).isEmpty()
        || !session.offers(Feature.CHECKED)
        || !reachable(context)) {
      return false;
    }
    session.misuse(context, call, broken, wasLive);
    return true;
  }

  private boolean reachable(Context context) {
    return context == Context.USER || session.offers(Feature.CONTEXTS);
  }

  private Allocation live(int name) {
    Long cookie = cookieOf.get(name);
    return cookie == null || freed.contains(name) ? null : session.judge().state().find(cookie);
  }

  /** A pattern that no cookie of this history has had. */
  private long stranger() {
    long cookie = 0x5EED_F00DL;
    while (cookieOf.containsValue(cookie)) {
      cookie++;
    }
    return cookie;
  }

  private void setFree(Resource resource, long amount) {
    session.all(settingFree(resource, amount));
  }

  private List<Call> settingFree(Resource resource, long amount) {
    Call call = new Call.SetFree(resource, amount);
    boolean may =
        session.offers(Feature.settable(resource)) && session.duty(Context.USER, call) == null;
    return may ? List.of(call) : List.of();
  }

  private void pageOut() {
    if (!session.offers(Feature.PAGING)) {
      return;
    }
    session.call(Context.USER, new Call.PageOut(), 0);
    for (Allocation a : session.judge().state().live()) {
      List<Call> calls = new ArrayList<>();
      // What a device shows may be locked there; it is asked before it is looked at, and so back.
      boolean shown = session.judge().state().exports().on(a.cookie()) > 0 && a.hasMemory();
      if (a.kind() == CookieKind.NON_PAGEABLE || shown) {
        for (long page = 0; page < Math.min(a.pages(), 64); page++) {
          calls.add(new Call.IsResident(a.address() + page * config.pageSize()));
        }
      }
      if (a.hasMemory() && (marks || a.kind() == CookieKind.NON_PAGEABLE)) {
        calls.addAll(looks(a)); // A look brings pages back.
      }
      session.all(calls);
    }
    locks.lookAtPages();
  }

  /** What tells how much is free. */
  private List<Call> readOut() {
    List<Call> calls = new ArrayList<>();
    for (Resource r : READABLE) {
      if (session.offers(Feature.settable(r))) {
        calls.add(new Call.GetFree(r));
      }
    }
    return calls;
  }

  /** Looks at an allocation, makes it dirty, frees it, and reads what is free then. */
  private void free(Allocation a, Context context) {
    List<Call> soil = new ArrayList<>();
    if (a.hasMemory()) {
      soil.addAll(looks(a));
      soil.addAll(marks ? filled(a, DIRT) : List.of());
    }
    Call free = new Call.UmemFree(a.cookie());
    if (context == Context.USER) {
      List<Call> calls = new ArrayList<>(soil);
      calls.add(free);
      calls.addAll(readOut());
      session.expect(calls);
    }
    session.all(soil);
    session.call(context, free, 0);
  }

  /** What compares an allocation with what should be in it. */
  private List<Call> looks(Allocation a) {
    List<Call> calls = new ArrayList<>();
    for (var run : a.contents().runs()) {
      calls.addAll(touched(a, run.from(), run.to(), Call.MemoryMatches::new, run.known()));
    }
    return calls;
  }

  /** What stores a value that no other live allocation has, all over. */
  private List<Call> marked(Allocation a) {
    lastMark = lastMark % 0x7f + 1;
    return filled(a, lastMark);
  }

  private List<Call> filled(Allocation a, int value) {
    return touched(a, 0, a.pages() * config.pageSize(), Call.MemoryFill::new, value);
  }

  private interface Touch {
    Call of(long address, long length, int value);
  }

  private static List<Call> touched(Allocation a, long from, long to, Touch touch, int value) {
    List<Call> calls = new ArrayList<>();
    if (to - from <= 2 * END) {
      calls.add(touch.of(a.address() + from, to - from, value));
    } else {
      calls.add(touch.of(a.address() + from, END, value));
      calls.add(touch.of(a.address() + to - END, END, value));
    }
    return calls;
  }

  /** Frees everything, lets every sleeper out that can go, and reads what is free. */
  private void close() {
    session.settle();
    bufs.freeAll();
    locks.unlockAll();
    unmapAll();
    freeAll();
    if (session.waiting() > 0) {
      for (Resource r : READABLE) {
        raise(r);
        session.settle(); // One cause at a time: who may go on now, goes on before the next.
      }
      unmapAll();
      freeAll();
    }
    locks.tearDown();
    session.all(readOut());
    locks.readUsage();
  }

  /** Takes every device away, and unlocks what only then may be. */
  private void unmapAll() {
    if (session.over() || !hasExports()) {
      return;
    }
    exports.unmapAll();
    shared.detach();
    locks.unlockAll();
  }

  private boolean hasExports() {
    return !session.judge().state().exports().live().isEmpty()
        || session.judge().state().exports().allocated();
  }

  /** A woken sleeper allocates; so until nothing is live. */
  private void freeAll() {
    while (!session.over() && session.judge().state().liveCount() > 0) {
      Allocation a = session.judge().state().live(0);
      if (session.duty(Context.USER, new Call.UmemFree(a.cookie())) != null) {
        return; // A device that shows it could not be taken away.
      }
      free(a, Context.USER);
      session.settle();
    }
  }

  private void raise(Resource r) {
    if (session.over() || !config.saysCapacity()) {
      return;
    }
    boolean area = session.judge().state().exports().allocated();
    long used = area ? SharedArea.PAGES + 2 * config.overhead(r) : 0;
    for (Allocation a : session.judge().state().live()) {
      Demand d = Demand.of(config, a);
      used += d.needs(r) ? d.need(r) + config.overhead(r) : 0;
    }
    setFree(r, config.declared().capacity() - used);
  }
}
