package umemtck.tla.equivalence;

import java.util.List;
import java.util.Set;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Cleanup;
import umemtck.reference.model.Lock;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.Stage;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.Step;

/** The Java model of locking within the bounds of a graph, asked in the words of a graph. */
class LockSide {
  /** The number of a call that no state keeps. */
  private static final int PASSING = 1_000;

  private final LockBounds bounds;
  private final LockNumbers numbers;
  private final UmemModel model;
  private final LockProjection projection;

  LockSide(LockBounds bounds) {
    this.bounds = bounds;
    this.numbers = new LockNumbers(bounds);
    this.model = new UmemModel(config());
    this.projection = new LockProjection(bounds, numbers, model);
  }

  private ModelConfig config() {
    long base = bounds.userPages().get(0);
    long last = bounds.userPages().get(bounds.userPages().size() - 1);
    Declaration declared =
        Declaration.ofPageSize(numbers.bytes(bounds.pageSize()))
            .offering(Feature.values())
            .mapping(
                new Window(numbers.bytes(base), (last - base) / bounds.pageSize() + 1),
                MappingKind.values());
    // Who cannot make page locking fail cannot say that it will not: Shortages, all or none.
    boolean mayBeShort = !bounds.shortages().isEmpty();
    if (mayBeShort && bounds.shortages().size() != 2) {
      throw new IllegalStateException("the Java model knows no shortage of one errno only");
    }
    return ModelConfig.of(
        mayBeShort ? declared.without(Feature.FAULTS, "memory may be short") : declared,
        Profile.of(bounds.profile()));
  }

  /** What the specification has from boot on: processes, projects, mappings, and no limits. */
  UmemState boot() {
    UmemState s = UmemState.INIT;
    for (long j : bounds.projects()) {
      s = next(call(s, new Call.NewProject(Ids.ZONE), new Outcome.Created(numbers.project(j))));
      s = next(call(s, limit(j, bounds.wordMax()), Outcome.Done.INSTANCE));
    }
    s = next(call(s, limit(LockState.ZONE, bounds.wordMax()), Outcome.Done.INSTANCE));
    for (long p : bounds.processes()) {
      Call made = new Call.NewProcess(numbers.project(bounds.projects().get(0)));
      s = next(call(s, made, new Outcome.Created(numbers.process(p))));
      for (long a : bounds.atBoot().equals("unmapped") ? List.<Long>of() : bounds.userPages()) {
        s = next(call(s, mmap(p, a, bounds.atBoot()), Outcome.Done.INSTANCE));
      }
    }
    return s;
  }

  private static UmemState next(Answer a) {
    if (a instanceof Answer.Next n) {
      return n.state();
    }
    throw new IllegalStateException("the Java model does not boot: " + a);
  }

  /** All states of the specification that a state of the Java model stands for. */
  Set<LockState> stands(UmemState s) {
    return projection.of(s);
  }

  /** The locks that are gone, and that an event may call yet: nobody else can know of them. */
  List<Lock> ghosts(UmemState s) {
    return s.locking().locks().stream()
        .filter(l -> l.stage() == Stage.GONE && l.cleanup() != Cleanup.RUNNING)
        .toList();
  }

  /** The step, in Java: where it leads, or why it may not be. */
  Answer take(UmemState s, Step step) {
    return switch (step.action()) {
      case LockLabels.LOCK, LockLabels.LOCKMEMORY -> lock(s, step);
      case LockLabels.READ ->
          call(
              s,
              new Call.GetLocked(holder(step.number(0)), numbers.holder(step.number(0))),
              new Outcome.Amount(numbers.bytes(step.number(1))));
      case LockLabels.RESIDENT ->
          call(
              s,
              new Call.IsUserResident(
                  numbers.process(step.number(0)), numbers.bytes(step.number(1))),
              new Outcome.Amount(0));
      case "UmemUnlockQueued" -> queued(s, step);
      case "UmemUnlockUnpinned" -> unpinned(s, step);
      case "UmemUnlockCredited" -> credited(s, step);
      case "Mmap" ->
          call(s, mmap(step.number(0), step.number(1), step.word(2)), Outcome.Done.INSTANCE);
      case "Munmap" ->
          invoke(
              s,
              numbers.event(step.number(0)),
              new Call.Munmap(
                  numbers.process(step.number(0)),
                  numbers.bytes(step.number(1)),
                  numbers.bytes(step.number(2))));
      case "Exit" ->
          invoke(s, numbers.event(step.number(0)), new Call.Exit(numbers.process(step.number(0))));
      case "MunmapDone" -> done(s, step, Call.Munmap.class);
      case "ExitDone" -> done(s, step, Call.Exit.class);
      case "CallbackBegan" ->
          model.callbackBegan(
              s, numbers.event(step.number(0)), numbers.lock(step.number(1)), step.number(1));
      case "CallbackEnded" -> model.callbackEnded(s, numbers.lock(step.number(1)));
      case "Settaskid" -> call(s, settaskid(step), new Outcome.Result(0));
      case "SettaskidDenied" -> call(s, settaskid(step), new Outcome.Result(Errno.EAGAIN));
      case "SetLimit" -> call(s, limit(step.number(0), step.number(1)), Outcome.Done.INSTANCE);
      default -> throw new IllegalArgumentException("no such action: " + step);
    };
  }

  /** May the calls that are out still be out when nothing can run? */
  Answer rests(UmemState s) {
    return model.mayRest(s);
  }

  /** A lock is one step in Java, from the call to the answer. */
  private Answer lock(UmemState s, Step step) {
    LockLabels.Asked r = LockLabels.Asked.of(step);
    int errno = numbers.errno(step.word(step.args().size() - 2));
    long cookie = step.number(step.args().size() - 1);
    Outcome outcome =
        errno == LockNumbers.PANIC
            ? new Outcome.Panicked("a panic")
            : new Outcome.Locked(errno, cookie);
    long addr = numbers.bytes(r.addr());
    long len = numbers.bytes(r.len());
    int id = errno == 0 ? numbers.lock(cookie) : PASSING;
    long proc = numbers.process(r.proc());
    boolean memory = step.action().equals(LockLabels.LOCKMEMORY);
    Call call =
        memory
            ? new Call.UmemLockMemory(addr, len, r.flags(), vector(r.vector()), proc)
            : new Call.UmemLock(addr, len, r.flags());
    Answer made = model.invoke(s, id, memory ? Ids.PROCESS : proc, context(r.thread()), call);
    return made instanceof Answer.Next n ? model.returned(n.state(), id, outcome) : made;
  }

  private static CallbackVector vector(String word) {
    return switch (word) {
      case "none" -> CallbackVector.NONE;
      case "function" -> CallbackVector.CLEANUP;
      case "no-function" -> new CallbackVector(true, CallbackVector.VERSION, false);
      default -> new CallbackVector(true, CallbackVector.VERSION + 1, true);
    };
  }

  private Context context(String thread) {
    return bounds.interrupts().contains(thread) ? Context.INTERRUPT : Context.USER;
  }

  private Answer unlock(UmemState s, Step step) {
    if (s.pending().stream().anyMatch(p -> p.id() == numbers.thread(step.word(0)))) {
      return new Answer.Undefined("UNLOCK.exactly-once", "a thread is in one call at a time");
    }
    Call call = new Call.UmemUnlock(step.number(1));
    return model.invoke(s, numbers.thread(step.word(0)), context(step.word(0)), call);
  }

  /** The call returns at once, and the lock is queued. */
  private Answer queued(UmemState s, Step step) {
    Answer made = unlock(s, step);
    if (!(made instanceof Answer.Next called)) {
      return made;
    }
    Answer a = model.returned(called.state(), numbers.thread(step.word(0)), Outcome.Done.INSTANCE);
    Lock l = a instanceof Answer.Next n ? n.state().locking().lock(step.number(1)) : null;
    return a instanceof Answer.Next && (l == null || l.stage() != Stage.QUEUED)
        ? Answer.forbid("UNLOCK.immediate/usage", "the lock gone when the call returns")
        : a;
  }

  /** The call is made, and what it does by itself is to unpin; or the worker does. */
  private Answer unpinned(UmemState s, Step step) {
    boolean worker = step.word(0).equals(LockState.WORKER);
    Answer made = worker ? new Answer.Next(s) : unlock(s, step);
    if (!(made instanceof Answer.Next called)) {
      return made;
    }
    Lock l = called.state().locking().lock(step.number(1));
    Stage from = worker ? Stage.QUEUED : Stage.HELD;
    return l != null && l.stage() == from
        ? internal(called.state(), step.number(1), Stage.UNPINNED)
        : nothing();
  }

  /** What an unlock does last, by itself; and if a thread called it, it returns. */
  private Answer credited(UmemState s, Step step) {
    Lock l = s.locking().lock(step.number(1));
    if (l == null || l.stage() != Stage.UNPINNED) {
      return nothing();
    }
    String by = numbers.unlocker(s, step.number(1));
    if (!by.equals(step.word(0))) {
      return nothing();
    }
    Answer a = internal(s, step.number(1), Stage.GONE);
    return a instanceof Answer.Next n && !by.equals(LockState.WORKER)
        ? model.returned(n.state(), numbers.thread(by), Outcome.Done.INSTANCE)
        : a;
  }

  private Answer internal(UmemState s, long cookie, Stage to) {
    for (UmemState next : model.internal(s)) {
      Lock l = next.locking().lock(cookie);
      if ((l == null ? Stage.GONE : l.stage()) == to) {
        return new Answer.Next(next);
      }
    }
    return nothing();
  }

  private static Answer nothing() {
    return new Answer.Undefined("UNLOCK.exactly-once", "nobody is there to do it");
  }

  private Answer done(UmemState s, Step step, Class<? extends Call> what) {
    int id = numbers.event(step.number(0));
    return s.pending().stream().anyMatch(p -> p.id() == id && what.isInstance(p.call()))
        ? model.returned(s, id, Outcome.Done.INSTANCE)
        : new Answer.Undefined("ACCT.exit", "no such call is out");
  }

  private Call mmap(long p, long a, String kind) {
    MappingKind backing =
        switch (kind) {
          case "shared-file" -> MappingKind.FILE_SHARED;
          case "not-lockable" -> MappingKind.NOT_LOCKABLE;
          default -> MappingKind.ANON_PRIVATE;
        };
    int prot = kind.equals("read-only") ? Prot.READ : Prot.READ | Prot.WRITE;
    return new Call.Mmap(
        numbers.process(p), numbers.bytes(a), numbers.bytes(bounds.pageSize()), backing, prot);
  }

  private Call settaskid(Step step) {
    return new Call.Settaskid(numbers.process(step.number(0)), numbers.project(step.number(1)));
  }

  private Call limit(long holder, long bytes) {
    return new Call.SetLimit(holder(holder), numbers.holder(holder), numbers.bytes(bytes));
  }

  static Holder holder(long h) {
    return h == LockState.ZONE ? Holder.ZONE : Holder.PROJECT;
  }

  private Answer invoke(UmemState s, int id, Call call) {
    return s.pending().stream().anyMatch(p -> p.id() == id)
        ? new Answer.Undefined("ACCT.exit", "a process does one of these at a time")
        : model.invoke(s, id, Context.USER, call);
  }

  private Answer call(UmemState s, Call call, Outcome outcome) {
    Answer made = model.invoke(s, PASSING, Context.USER, call);
    return made instanceof Answer.Next n ? model.returned(n.state(), PASSING, outcome) : made;
  }
}
