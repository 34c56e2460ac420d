package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.conformance.plan.ExportStep;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.conformance.plan.Plan;
import umemtck.reference.model.Lock;
import umemtck.reference.model.Locking;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.Stage;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.Feature;

/**
 * How the steps of a plan that are about locked memory are carried out. What is counted is read for
 * every process, project and zone after every call that might change it, and must not.
 */
final class LockConduct {
  /** Unlocks that may be put off at the same time, at most: each may be done already, or not. */
  private static final int QUEUED = 3;

  /** Of a longer range only the first pages are looked at. */
  private static final int LOOKS = 4;

  private final Session session;
  private final ModelConfig config;
  private final Map<Integer, Long> procs = new HashMap<>(Map.of(0, Ids.PROCESS));
  private final Map<Integer, Long> projects = new HashMap<>(Map.of(0, Ids.PROJECT));
  private final Map<Integer, Long> zones = new HashMap<>(Map.of(0, Ids.ZONE));
  private final Map<Integer, Integer> madeBy = new HashMap<>();
  private final Map<Integer, Long> cookieOf = new HashMap<>();
  private final Map<Integer, Integer> nameOf = new HashMap<>();
  private final Set<Integer> resumed = new HashSet<>();

  /** Of calls that overlap, those locks that one of them unlocks. */
  private final Set<Integer> unlocked = new HashSet<>();

  private final boolean locks;
  private final boolean countsProcesses;
  private boolean ending;

  LockConduct(Session session, ModelConfig config, Plan plan) {
    this.session = session;
    this.config = config;
    boolean asked =
        plan.steps().stream().anyMatch(s -> s instanceof LockStep || s instanceof ExportStep);
    locks = asked && (session.offers(Feature.LOCK) || session.offers(Feature.DEVMAP));
    countsProcesses = !plan.steps().contains(new LockStep.Unread(Holder.PROCESS));
  }

  /** Reads the limits and the usage of a machine that was just booted. */
  void begin() {
    if (!locks) {
      return;
    }
    readLimits();
    readUsage();
  }

  private Locking state() {
    return session.judge().state().locking();
  }

  /** Does one step. */
  void step(LockStep step) {
    if (step instanceof LockStep.Lock s) {
      lock(s);
    } else if (step instanceof LockStep.LockMemory s) {
      lockMemory(s);
    } else if (step instanceof LockStep.Unlock s) {
      unlock(s);
    } else if (step instanceof LockStep.Resume s) {
      resumed.add(s.name());
      session.changed();
    } else if (step instanceof LockStep.Mmap s) {
      mmap(s);
    } else if (step instanceof LockStep.Munmap s) {
      layout(s.proc(), p -> new Call.Munmap(p, address(s.page()), bytes(s.pages())));
    } else if (step instanceof LockStep.Mprotect s) {
      if (session.offers(Feature.PROTECTION)) {
        layout(s.proc(), p -> new Call.Mprotect(p, address(s.page()), bytes(s.pages()), s.prot()));
      }
    } else if (step instanceof LockStep.UserFill s) {
      touch(s.proc(), s.at(), (proc, addr, len) -> new Call.UserFill(proc, addr, len, s.value()));
    } else if (step instanceof LockStep.UserLook s) {
      touch(
          s.proc(), s.at(), (proc, addr, len) -> new Call.UserMatches(proc, addr, len, s.value()));
    } else if (step instanceof LockStep.Exit s) {
      if (session.offers(Feature.EXIT)) {
        layout(s.proc(), Call.Exit::new);
      }
    } else {
      arrange(step);
    }
  }

  private interface Touch {
    Call call(long proc, long addr, long len);
  }

  private void touch(int name, LockStep.Range at, Touch touch) {
    Long proc = procs.get(name);
    if (proc != null && session.offers(Feature.USER_MEMORY)) {
      long len = at.len().resolve(config.pageSize(), 0);
      make(proc, Context.USER, touch.call(proc, address(at), len), 0, null);
    }
  }

  private void arrange(LockStep step) {
    if (step instanceof LockStep.NewProcess s) {
      Long project = projects.get(s.project());
      create(Feature.PROCESSES, project, () -> new Call.NewProcess(project), s.name());
    } else if (step instanceof LockStep.Vfork s) {
      Long proc = procs.get(s.proc());
      create(Feature.VFORK, proc, () -> new Call.Vfork(proc), s.name());
    } else if (step instanceof LockStep.NewProject s) {
      Long zone = zones.get(s.zone());
      create(Feature.PROJECTS, zone, () -> new Call.NewProject(zone), s.name());
    } else if (step instanceof LockStep.NewZone s) {
      create(Feature.ZONES, Ids.ZONE, Call.NewZone::new, s.name());
    } else if (step instanceof LockStep.Settaskid s) {
      move(Feature.PROJECTS, procs.get(s.proc()), projects.get(s.project()), Call.Settaskid::new);
    } else if (step instanceof LockStep.ZoneEnter s) {
      move(Feature.ZONES, procs.get(s.proc()), zones.get(s.zone()), Call.ZoneEnter::new);
    } else if (step instanceof LockStep.Limit s) {
      limit(s);
    } else if (step instanceof LockStep.Mlock s) {
      mlock(s.proc(), p -> new Call.Mlock(p, address(s.page()), bytes(s.pages())));
    } else if (step instanceof LockStep.Munlock s) {
      mlock(s.proc(), p -> new Call.Munlock(p, address(s.page()), bytes(s.pages())));
    } else if (step instanceof LockStep.FailNext s) {
      if (session.offers(Feature.FAULTS)) {
        make(Ids.PROCESS, Context.USER, new Call.FailNext(s.step(), s.errno()), 0, null);
      }
    } else if (step instanceof LockStep.GateWorker s && session.offers(Feature.WORKER)) {
      make(Ids.PROCESS, Context.USER, new Call.GateWorker(s.gate()), 0, null);
      if (s.gate() == WorkerGate.STEP) {
        session.settle();
        readUsage();
      }
    }
  }

  // ---- Calls of the contract.

  private void lock(LockStep.Lock s) {
    Long by = procs.get(s.by());
    if (by == null || !reachable(s.context()) || state().proc(by) == null) {
      return;
    }
    long len = s.at().len().resolve(config.pageSize(), session.room(by));
    Call call = new Call.UmemLock(address(s.at()), len, s.flags());
    if (make(by, s.context(), call, s.name(), null)) {
      lookAt(by, call);
    }
  }

  private void lockMemory(LockStep.LockMemory s) {
    Long by = procs.get(s.by());
    Long owner = s.owner() == LockStep.LockMemory.CURRENT ? (Long) 0L : procs.get(s.owner());
    if (!session.offers(Feature.LOCKMEMORY) || by == null || owner == null) {
      return;
    }
    long whose = owner == 0 ? by : owner;
    long len = s.at().len().resolve(config.pageSize(), session.room(whose));
    Call call = new Call.UmemLockMemory(address(s.at()), len, s.flags(), s.vector(), owner);
    Session.Cleanup cleanup = of -> cleanup(s, of);
    if (make(by, Context.USER, call, s.name(), cleanup)) {
      lookAt(whose, call);
    }
  }

  /** What the kit's cleanup function does, in the thread of the event. */
  private void cleanup(LockStep.LockMemory s, int of) {
    if (s.reaction() == Reaction.PAUSE && session.mayPark()) {
      session.park(() -> resumed.contains(s.name()));
      return;
    }
    Lock l = state().madeBy(of);
    if (session.overlaps()) {
      if (s.reaction() == Reaction.UNLOCK && held(s.name()) != null && unlocks(s.name())) {
        session.inside(l.proc(), Context.USER, new Call.UmemUnlock(l.cookie()));
      }
      return;
    }
    if (s.reaction() == Reaction.UNLOCK && l != null && l.stage() == Stage.HELD) {
      make(l.proc(), Context.USER, new Call.UmemUnlock(l.cookie()), 0, null);
    }
  }

  private void unlock(LockStep.Unlock s) {
    Long by = procs.get(s.by());
    Long cookie = cookieOf.get(s.name());
    if (by == null || cookie == null || state().proc(by) == null || !reachable(s.context())) {
      return;
    }
    Lock l = state().lock(cookie);
    if (l == null || l.of() != madeBy.get(s.name()) || l.stage() != Stage.HELD || queueIsFull()) {
      return;
    }
    Call call = s.free() ? new Call.UmemFree(cookie) : new Call.UmemUnlock(cookie);
    make(by, s.context(), call, 0, null);
  }

  /** The call of a step that breaks a duty just so, or null. */
  Conduct.Misuse misuse(LockStep step, Map<Integer, Long> allocated) {
    if (step instanceof LockStep.UnlockAllocated s && allocated.containsKey(s.name())) {
      return new Conduct.Misuse(Context.USER, new Call.UmemUnlock(allocated.get(s.name())), true);
    }
    if (step instanceof LockStep.Lock s && s.context() != Context.USER) {
      long len = s.at().len().resolve(config.pageSize(), 0);
      Call call = new Call.UmemLock(address(s.at()), len, s.flags());
      return new Conduct.Misuse(s.context(), call, false);
    }
    return null;
  }

  /** The cookie that a lock of a name gave, while it stands for that lock; or null. */
  Long cookie(int name) {
    Long cookie = cookieOf.get(name);
    Lock l = cookie == null ? null : state().lock(cookie);
    return l != null && l.of() == madeBy.get(name) ? cookie : null;
  }

  /** Calls overlap from here on: nobody has unlocked anything. */
  void beginOverlap() {
    unlocked.clear();
  }

  /** Whether a lock is still to be unlocked while calls overlap, and is now, by whoever asks. */
  boolean unlocks(int name) {
    return unlocked.add(name);
  }

  /** The cookie of a lock that nobody has unlocked, by name; or null. */
  Long held(int name) {
    Long cookie = cookie(name);
    return cookie == null || state().lock(cookie).stage() != Stage.HELD ? null : cookie;
  }

  /** The number that a process was given, by name; or null. */
  Long named(int name) {
    return procs.get(name);
  }

  /** The number of a process that is there, by name; or null. */
  Long process(int name) {
    Long proc = procs.get(name);
    return proc != null && state().proc(proc) != null ? proc : null;
  }

  private boolean queueIsFull() {
    long queued = state().locks().stream().filter(l -> l.stage() == Stage.QUEUED).count();
    return queued >= QUEUED;
  }

  /** Makes a call unless it would break a duty; false if it was not made. */
  private boolean make(long by, Context context, Call call, int name, Session.Cleanup cleanup) {
    if (session.over() || session.duty(by, context, call) != null) {
      return false;
    }
    session.call(by, context, call, name, cleanup);
    return true;
  }

  /** What is looked at, and remembered, when a call has ended. */
  void after(int id, Call call, Outcome outcome, int name) {
    if (outcome instanceof Outcome.Locked got && got.errno() == 0) {
      cookieOf.put(name, got.cookie());
      madeBy.put(name, id);
      nameOf.put(id, name);
    } else if (outcome instanceof Outcome.Created made) {
      Map<Integer, Long> names =
          call instanceof Call.NewProcess || call instanceof Call.Vfork || call instanceof Call.Fork
              ? procs
              : call instanceof Call.NewProject ? projects : zones;
      names.put(name, made.id());
      if (call instanceof Call.NewZone) {
        projects.put(name, made.id());
      }
      readLimits();
    }
    boolean allocates = call instanceof Call.UmemAlloc || call instanceof Call.UmemFree;
    if (COUNTS.contains(call.getClass()) && !(allocates && state().locks().isEmpty())) {
      readUsage();
    }
  }

  /** The calls that might change what is counted, or must not. */
  private static final Set<Class<?>> COUNTS =
      Set.of(
          Call.UmemLock.class,
          Call.UmemLockMemory.class,
          Call.UmemUnlock.class,
          Call.UmemAlloc.class,
          Call.UmemFree.class,
          Call.Munmap.class,
          Call.Exit.class,
          Call.Vfork.class,
          Call.Fork.class,
          Call.Settaskid.class,
          Call.ZoneEnter.class,
          Call.SetLimit.class,
          Call.Mlock.class,
          Call.Munlock.class,
          Call.GateWorker.class,
          Call.UmemIosetup.class,
          Call.Freerbuf.class);

  // ---- What is arranged.

  private void mmap(LockStep.Mmap s) {
    Long proc = procs.get(s.proc());
    MappingKind kind = s.kind();
    if (proc != null && session.offers(Feature.LOCK)) {
      Call call = new Call.Mmap(proc, address(s.page()), bytes(s.pages()), kind, s.prot());
      make(Ids.PROCESS, Context.USER, call, 0, null);
    }
  }

  private interface OfProcess {
    Call call(long proc);
  }

  private void layout(int name, OfProcess change) {
    Long proc = procs.get(name);
    if (proc == null || state().proc(proc) == null) {
      return;
    }
    Call call = change.call(proc);
    boolean mayWait =
        session.duty(proc, Context.USER, call) == null && session.mayWait(proc, Context.USER, call);
    if (mayWait && (!session.offers(Feature.SETTLE) || session.waiting() >= Conduct.SLEEPERS)) {
      return; // Whether it waits, or hangs, could not be told; or nobody could keep count.
    }
    make(proc, Context.USER, call, 0, null);
  }

  private interface Creation {
    Call call();
  }

  private void create(Feature feature, Long of, Creation creation, int name) {
    if (session.offers(feature) && of != null) {
      make(Ids.PROCESS, Context.USER, creation.call(), name, null);
    }
  }

  private interface Move {
    Call call(long proc, long to);
  }

  private void move(Feature feature, Long proc, Long to, Move move) {
    if (session.offers(feature) && proc != null && to != null) {
      make(Ids.PROCESS, Context.USER, move.call(proc, to), 0, null);
    }
  }

  private void limit(LockStep.Limit s) {
    boolean project = s.of() == Holder.PROJECT;
    Long id = (project ? projects : zones).get(s.name());
    Feature feature = project ? Feature.PROJECT_LIMIT : Feature.ZONE_LIMIT;
    if (session.offers(feature) && id != null) {
      long bytes = s.amount().resolve(config.pageSize(), session.used(s.of(), id));
      make(Ids.PROCESS, Context.USER, new Call.SetLimit(s.of(), id, bytes), 0, null);
    }
  }

  private void mlock(int name, OfProcess call) {
    Long proc = procs.get(name);
    if (proc != null && session.offers(Feature.MLOCK) && state().proc(proc) != null) {
      make(proc, Context.USER, call.call(proc), 0, null);
    }
  }

  // ---- What is looked at.

  /** Reads every limit, so that it is known. */
  private void readLimits() {
    List<Call> calls = new ArrayList<>();
    if (session.offers(Feature.PROJECT_LIMIT)) {
      state().projects().forEach(p -> calls.add(new Call.GetLimit(Holder.PROJECT, p)));
    }
    if (session.offers(Feature.ZONE_LIMIT)) {
      state().zones().forEach(z -> calls.add(new Call.GetLimit(Holder.ZONE, z)));
    }
    session.all(calls);
  }

  /** Reads what is counted for everybody: who it is about is known to be there. */
  void readUsage() {
    if (!locks || ending || !session.offers(Feature.USAGE)) {
      return;
    }
    List<Call> calls = new ArrayList<>();
    state().projects().forEach(p -> calls.add(new Call.GetLocked(Holder.PROJECT, p)));
    if (session.offers(Feature.ZONES) || session.offers(Feature.ZONE_LIMIT)) {
      state().zones().forEach(z -> calls.add(new Call.GetLocked(Holder.ZONE, z)));
    }
    // Last: it is a quality in documented, and must not hide what binds.
    if (countsProcesses) {
      state().procs().forEach(p -> calls.add(new Call.GetLocked(Holder.PROCESS, p.id())));
    }
    session.all(calls);
  }

  /** Looks at those of the pages that are mapped. */
  private void lookAtPages(List<Call> pages) {
    session.all(
        pages.stream().filter(p -> session.duty(Ids.PROCESS, Context.USER, p) == null).toList());
  }

  /** Looks where the first pages of a range are that was asked to be locked. */
  private void lookAt(long proc, Call call) {
    long addr = call instanceof Call.UmemLock l ? l.addr() : ((Call.UmemLockMemory) call).addr();
    long len = call instanceof Call.UmemLock l ? l.len() : ((Call.UmemLockMemory) call).len();
    long pages = Long.divideUnsigned(len, config.pageSize());
    if (session.over() || !session.offers(Feature.USER_PAGING) || state().proc(proc) == null) {
      return;
    }
    List<Call> calls = new ArrayList<>();
    for (long i = 0; i < LOOKS && Long.compareUnsigned(i, pages) < 0; i++) {
      calls.add(new Call.IsUserResident(proc, addr + i * config.pageSize()));
    }
    lookAtPages(calls);
  }

  /** Looks where the pages of the processes are, after memory was paged out. */
  void lookAtPages() {
    if (session.over() || !session.offers(Feature.USER_PAGING)) {
      return;
    }
    List<Call> calls = new ArrayList<>();
    for (var p : state().procs()) {
      for (long[] m : p.borrows() ? List.<long[]>of() : state().mappedBy(p.id())) {
        for (long at = 0; at < Math.min(m[1], LOOKS * config.pageSize()); at += config.pageSize()) {
          calls.add(new Call.IsUserResident(p.id(), m[0] + at));
        }
      }
    }
    lookAtPages(calls);
  }

  // ---- The end.

  /** Unlocks everything, and lets everything out that can go. */
  void unlockAll() {
    if (!locks) {
      return;
    }
    nameOf.values().forEach(resumed::add);
    resumed.addAll(cookieOf.keySet());
    session.changed();
    if (session.offers(Feature.WORKER) && state().held()) {
      make(Ids.PROCESS, Context.USER, new Call.GateWorker(WorkerGate.RELEASE), 0, null);
    }
    session.settle();
    for (Lock l : state().locks()) {
      if (queueIsFull()) {
        session.settle();
      }
      if (queueIsFull()) {
        return; // It cannot be told to settle, and nobody could keep count.
      }
      make(Ids.PROCESS, Context.USER, new Call.UmemUnlock(l.cookie()), 0, null);
    }
    session.settle();
    readUsage();
  }

  /** Takes every mapping away and ends every process: nothing may wait any more. */
  void tearDown() {
    if (!locks) {
      return;
    }
    ending = true; // What is left is read when it is over.
    for (var p : state().procs()) {
      for (long[] m : p.borrows() ? List.<long[]>of() : state().mappedBy(p.id())) {
        end(p.id(), new Call.Munmap(p.id(), m[0], m[1]));
      }
    }
    if (session.offers(Feature.EXIT)) {
      List.copyOf(state().procs()).stream()
          .filter(p -> p.borrows())
          .forEach(p -> end(p.id(), new Call.Exit(p.id())));
      List.copyOf(state().procs()).forEach(p -> end(p.id(), new Call.Exit(p.id())));
    }
    ending = false;
  }

  private void end(long proc, Call call) {
    if (session.over() || session.duty(proc, Context.USER, call) != null) {
      return;
    }
    if (session.offers(Feature.SETTLE) || !session.mayWait(proc, Context.USER, call)) {
      session.call(proc, Context.USER, call, 0, null);
    }
  }

  private boolean reachable(Context context) {
    return context == Context.USER || session.offers(Feature.CONTEXTS);
  }

  private long bytes(long pages) {
    return pages * config.pageSize();
  }

  private long address(long page) {
    return config.declared().window().base() + bytes(page);
  }

  private long address(LockStep.Range at) {
    return address(at.page()) + at.bytes();
  }
}
