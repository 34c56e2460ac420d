package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;

/**
 * The contract, executed. Four questions of a state; each is answered with the next state, or with
 * what forbids it. Immutable; any thread may ask.
 */
public final class UmemModel {
  private final ModelConfig config;
  private final UmemAllocAction alloc;
  private final UmemAllocWakes wakes;
  private final Action free;
  private final Action memory;
  private final Action world;
  private final UmemLockAction lock;
  private final UmemUnlockAction unlock;
  private final LayoutAction layout;
  private final Map<Class<? extends Call>, Action> others;

  /** The contract with these constants. */
  public UmemModel(ModelConfig config) {
    this.config = config;
    UmemAllocAction umemAlloc = new UmemAllocAction(config);
    this.alloc = umemAlloc;
    this.wakes = new UmemAllocWakes(config, umemAlloc);
    this.free = new UmemFreeAction(config);
    this.memory = new MemoryActions(config);
    this.world = new WorldActions(config);
    this.lock = new UmemLockAction(config);
    this.unlock = new UmemUnlockAction(config);
    this.layout = new LayoutAction(config);
    Action process = new ProcessAction(config);
    Action limit = new LimitAction(config);
    Action mlock = new MlockAction(config);
    Action arranged = new LockWorldAction(config);
    Action buf = new BufActions(config);
    Action user = new UserMemoryActions(config);
    Action fork = new ForkAction(config);
    Action shared = new SharedDriverAction(config);
    this.others =
        Map.ofEntries(
            Map.entry(Call.UmemLock.class, lock),
            Map.entry(Call.UmemLockMemory.class, lock),
            Map.entry(Call.UmemUnlock.class, unlock),
            Map.entry(Call.Mmap.class, new MmapAction(config)),
            Map.entry(Call.Munmap.class, layout),
            Map.entry(Call.Mprotect.class, layout),
            Map.entry(Call.Exit.class, layout),
            Map.entry(Call.NewProcess.class, process),
            Map.entry(Call.Vfork.class, process),
            Map.entry(Call.NewProject.class, process),
            Map.entry(Call.NewZone.class, process),
            Map.entry(Call.Settaskid.class, process),
            Map.entry(Call.ZoneEnter.class, process),
            Map.entry(Call.SetLimit.class, limit),
            Map.entry(Call.GetLimit.class, limit),
            Map.entry(Call.GetLocked.class, new UsageAction(config)),
            Map.entry(Call.Mlock.class, mlock),
            Map.entry(Call.Munlock.class, mlock),
            Map.entry(Call.UmemIosetup.class, new UmemIosetupAction(config)),
            Map.entry(Call.Freerbuf.class, buf),
            Map.entry(Call.GetBuf.class, buf),
            Map.entry(Call.Strategy.class, buf),
            Map.entry(Call.DevmapUmemSetup.class, new DevmapUmemSetupAction(config)),
            Map.entry(Call.DevmapUmemRemap.class, new DevmapUmemRemapAction(config)),
            Map.entry(Call.DevmapMprotect.class, new DevmapMprotectAction(config)),
            Map.entry(Call.Fork.class, fork),
            Map.entry(Call.SetDataModel.class, fork),
            Map.entry(Call.SharedMmap.class, shared),
            Map.entry(Call.SharedDetach.class, shared),
            Map.entry(Call.SharedFill.class, shared),
            Map.entry(Call.SharedMatches.class, shared),
            Map.entry(Call.UserFill.class, user),
            Map.entry(Call.UserMatches.class, user),
            Map.entry(Call.IsUserResident.class, arranged),
            Map.entry(Call.FailNext.class, arranged),
            Map.entry(Call.GateWorker.class, arranged));
  }

  /** The constants. */
  public ModelConfig config() {
    return config;
  }

  /** May this call be made now? {@link Answer.Undefined} if it breaks a duty of the caller. */
  public Answer invoke(UmemState s, int id, Context context, Call call) {
    return invoke(s, id, Ids.PROCESS, context, call);
  }

  /**
   * May this call be made now?
   *
   * @param proc the process of the calling thread
   */
  public Answer invoke(UmemState s, int id, long proc, Context context, Call call) {
    Answer.Undefined duty = action(s, call).duty(s, proc, context, call);
    return duty != null ? duty : new Answer.Next(s.invoked(pending(s, id, proc, context, call)));
  }

  private Pending pending(UmemState s, int id, long proc, Context context, Call call) {
    boolean enough = call instanceof Call.UmemAlloc a && Demand.of(config, a).fits(s);
    return new Pending(id, proc, context, call, enough);
  }

  /** May the subject call the cleanup function that call {@code of} gave, inside another call? */
  public Answer callbackBegan(UmemState s, int inside, int of, long cookie) {
    return layout.callbackBegan(s, inside, of, cookie);
  }

  /** The cleanup function that call {@code of} gave comes back. */
  public Answer callbackEnded(UmemState s, int of) {
    return layout.callbackEnded(s, of);
  }

  /** Whether an unlock may be put off until later (K-21). */
  boolean mayDefer(Pending p) {
    return p.call() instanceof Call.UmemUnlock && unlock.mayDefer(p);
  }

  /** May a call that is out end like this? */
  public Answer returned(UmemState s, int id, Outcome outcome) {
    Pending p = s.pending(id);
    boolean unlocked =
        p.call() instanceof Call.UmemFree f && f.cookie() != 0 && s.find(f.cookie()) == null;
    return (unlocked ? unlock : action(s, p.call())).returned(s, p, outcome);
  }

  /**
   * The states that the machine may reach by itself: UmemAllocWakes, a sleeper takes what has
   * become free, or is refused, before its return is seen.
   */
  public List<UmemState> internal(UmemState s) {
    List<UmemState> woken = wakes.from(s);
    if (s.locking().locks().isEmpty()) {
      return woken;
    }
    List<UmemState> all = new ArrayList<>(woken);
    all.addAll(unlock.internal(s));
    return all;
  }

  /**
   * A lock that is out is charged, and not pinned yet: what only calls that overlap it can tell.
   *
   * @param outcome how it will end
   * @return null if it cannot be so now, or the call is not such
   */
  UmemState charged(UmemState s, Pending p, Outcome outcome) {
    boolean passesTheLimit = outcome instanceof Outcome.Locked got && got.errno() != Errno.EINVAL;
    return passesTheLimit ? lock.charged(s, p) : null;
  }

  /**
   * It is settled how a call that is out will fail, before it returns: a lock that has still to
   * give its charge back, or an allocation that found others at what there is.
   *
   * @param outcome how it will end
   * @return null if that cannot be now
   */
  UmemState failing(UmemState s, Pending p, Outcome outcome) {
    if (p.call() instanceof Call.UmemAlloc) {
      return alloc.failing(s, p, outcome);
    }
    return lock.failing(s, p, outcome);
  }

  /** May the calls that are out still be out when nothing can run? */
  public Answer mayRest(UmemState unsettled) {
    UmemState s =
        unsettled.locking().locks().isEmpty()
            ? unsettled
            : unsettled.with(UmemUnlockAction.settled(unsettled));
    List<Breach> breaches =
        s.pending().stream()
            .map(p -> action(s, p.call()).mustNotRest(s, p))
            .filter(b -> b != null)
            .toList();
    return breaches.isEmpty() ? new Answer.Next(s.rested()) : new Answer.Forbidden(breaches);
  }

  /** How much locked memory is surely counted for a holder; bytes, unsigned. */
  public long used(UmemState s, Holder of, long id) {
    return new Usage(config, s.locking()).certain(of, id);
  }

  /** How much is counted for a holder; bytes, unsigned; null where both of two sums are right. */
  public Long usage(UmemState s, Holder of, long id) {
    Usage u = new Usage(config, s.locking());
    long least = u.certain(of, id);
    return least == u.possible(of, id) ? (Long) least : null;
  }

  /** What a control is set to; bytes, all ones is unlimited; null if nobody can know. */
  public Long limit(UmemState s, Holder of, long id) {
    return new Usage(config, s.locking()).limit(of, id);
  }

  /** What is wrong with a lock that is asked for, in the order of LOCK.validation-order. */
  public List<LockFault> faults(UmemState s, LockRequest asked) {
    return lock.causes(s, asked).stream().map(Cause::fault).toList();
  }

  /**
   * The byte at an address that a process has mapped.
   *
   * @param proc a process that is there
   * @return 0 to 255; -1 if it is not known
   */
  public int shows(UmemState s, long proc, long addr) {
    return new Views(config).shows(s, s.locking().proc(proc).space(), addr);
  }

  /** How much a process may lock until a limit is met; bytes, 0 if none is known to be set. */
  public long room(UmemState s, long proc) {
    Proc p = s.locking().proc(proc);
    return p == null ? 0 : new Usage(config, s.locking()).room(p);
  }

  /** Might this call, made now, still be out when nothing can run? */
  public boolean mayStayOut(UmemState s, Context context, Call call) {
    return mayStayOut(s, Ids.PROCESS, context, call);
  }

  /**
   * Might this call, made now, still be out when nothing can run?
   *
   * @param proc the process of the calling thread
   */
  public boolean mayStayOut(UmemState s, long proc, Context context, Call call) {
    return layout.mayWait(s, call)
        || action(s, call).mustNotRest(s, pending(s, 0, proc, context, call)) == null;
  }

  /**
   * What a subject that declares CHECKED owes after a call that breaks a duty.
   *
   * @param broken what {@link #invoke} said of the call
   * @param outcome how it ended; a call that blocks instead owes a panic too
   * @param wasLive for a free: whether the cookie had been live before
   * @return null if the outcome is right
   */
  public Breach misused(Answer.Undefined broken, Call call, Outcome outcome, boolean wasLive) {
    return Misuse.check(broken, call, outcome, wasLive);
  }

  private Action action(UmemState s, Call call) {
    if (call instanceof Call.UmemAlloc) {
      return alloc;
    }
    if (call instanceof Call.UmemFree f) {
      return s.locking().lock(f.cookie()) != null ? unlock : free;
    }
    Action action = others.get(call.getClass());
    if (action != null) {
      return action;
    }
    return call instanceof Call.MemoryFill || call instanceof Call.MemoryMatches ? memory : world;
  }
}
