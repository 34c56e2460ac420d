package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import umemtck.conformance.judge.Judge;
import umemtck.conformance.judge.Ruling;
import umemtck.conformance.judge.Situations;
import umemtck.conformance.plan.Plan;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Breach;
import umemtck.reference.model.Export;
import umemtck.reference.model.Orders;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.History;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemCallbackOps;

/**
 * One machine, from boot to the last read-out: every call goes to it, into the history and before
 * the judge. What is done, and in which order, is {@link Conduct}'s.
 *
 * <p>Used by one thread; the machine's sleepers run on threads of their own, one at a time. Where
 * calls run freely, what is seen of them is seen by their threads, one at a time.
 */
final class Session {
  private final Judge judge;
  private final Situations situations;
  private final Scheduler scheduler;
  private final Machine machine;
  private final List<Event> events = new ArrayList<>();
  private final Conduct conduct;
  private final Watch watch;
  private Trial.End end;
  private int lastId;
  private int calls;
  private int inlineId;
  private int unmetStep;
  private final Overlap overlap;
  private final boolean freely;
  private int heard;

  private Session(
      Judge judge, Machine machine, Scheduler scheduler, Guide guide, Watch watch, boolean freely) {
    this.freely = freely;
    this.watch = watch;
    this.judge = judge;
    this.situations = new Situations(judge.model());
    this.machine = machine;
    this.scheduler = scheduler;
    this.overlap = new Overlap(this, scheduler);
    this.conduct = new Conduct(this, judge.model().config(), guide);
  }

  /** Boots a machine and carries a plan out on it. */
  static Trial run(Plan plan, Subject subject, Judge judge, long seed, Watch watch) {
    return run(Guide.of(plan), subject, judge, seed, watch).trial();
  }

  /** Boots a machine and does with it what a guide says. */
  static Led run(Guide guide, Subject subject, Judge judge, long seed, Watch watch) {
    Scheduler scheduler = new Scheduler(seed);
    Machine machine;
    watch.starts("boot");
    try {
      machine = subject.boot(seed, scheduler);
    } catch (Exception | Error e) {
      scheduler.discard(); // It may have begun threads before it failed.
      // Whatever comes out of the subject is its own, a full stack or heap too.
      Trial none = new Trial(new History(List.of()), faultIn("boot", e), Set.of(), 0, -1);
      return new Led(guide.opening(), none);
    } finally {
      watch.ends();
    }
    Session session = new Session(judge, machine, scheduler, guide, watch, subject.runsFreely());
    try {
      session.conduct.all();
    } finally {
      session.close();
    }
    return new Led(session.conduct.done(), session.trial());
  }

  /** What was seen since this was asked last. */
  List<Event> unheard() {
    List<Event> unheard = List.copyOf(events.subList(heard, events.size()));
    heard = events.size();
    return unheard;
  }

  private Trial trial() {
    return new Trial(
        new History(events),
        end == null ? new Trial.Sound() : end,
        situations.seen(),
        calls,
        blamesQuality() ? unmetStep : conduct.step(),
        overlap.choices());
  }

  /** Whether it ended by a quality that was not met at an earlier step, and so is to be told. */
  private boolean blamesQuality() {
    return end instanceof Trial.Broken b
        && judge.unmet().filter(b.breaches().get(0)::equals).isPresent();
  }

  private void close() {
    scheduler.discard();
    watch.starts("close");
    try {
      machine.close();
    } catch (Exception | Error e) {
      fault(faultIn("close", e));
    } finally {
      watch.ends();
    }
  }

  Judge judge() {
    return judge;
  }

  /** Whether nothing more is to be done: something was wrong. */
  boolean over() {
    return end != null;
  }

  /** Whether a call would break a duty of the caller; then it says which. */
  Answer.Undefined duty(Context context, Call call) {
    return duty(Ids.PROCESS, context, call);
  }

  Answer.Undefined duty(long proc, Context context, Call call) {
    return judge.duty(proc, context, call);
  }

  /**
   * Makes a call, on this thread unless it may wait.
   *
   * @param name of the allocation that it makes; 0 for none
   */
  void call(Context context, Call call, int name) {
    call(Ids.PROCESS, context, call, name, null);
  }

  /**
   * The same, by a process, with what the cleanup function of a lock does.
   *
   * @param cleanup null where the call gives none
   */
  void call(long proc, Context context, Call call, int name, Cleanup cleanup) {
    if (over()) {
      return;
    }
    int id = ++lastId;
    boolean mayWait =
        WAITING.contains(call.getClass()) && (mayWait(proc, context, call) || queues(call));
    UmemState before = judge.state();
    see(new Event.Invoked(id, proc, context, call));
    situations.invoked(before, thread(), judge.state().pending(id));
    UmemCallbackOps.Cleanup function =
        cleanup == null ? null : cookie -> calledBack(id, cookie, cleanup);
    if (mayWait) {
      Strand s = new Strand(id, name, proc, call);
      watch.starts(call);
      scheduler.start(
          s,
          () -> machine.perform(new Caller(id, true, Ids.PROCESS, proc, context), call, function));
      watch.ends();
      ended(s);
    } else {
      inline(id, name, proc, context, call, function);
    }
  }

  /** Makes calls that only look, or only store, one after the other. */
  void all(List<Call> calls) {
    expect(calls);
    calls.forEach(call -> call(Context.USER, call, 0));
  }

  /** Says which calls come next on this thread, unless one of them ends the trial. */
  void expect(List<Call> calls) {
    if (calls.size() < 2 || over()) {
      return;
    }
    watch.starts(calls.get(0));
    try {
      machine.expect(calls);
    } catch (Exception | Error e) {
      fault(faultIn(calls.get(0).op(), e));
    } finally {
      watch.ends();
    }
  }

  /**
   * A call that was seen to be made, and has still to be.
   *
   * @param strand its thread
   * @param call makes it
   */
  record Announced(Strand strand, Supplier<Outcome> call) {}

  /** Begins a call that overlaps others, on a thread of its own; comes back when it stalls. */
  Strand begins(Overlap.Made made) {
    Announced next = announces(made);
    watch.starts(made.call());
    scheduler.start(next.strand(), next.call());
    watch.ends();
    ended(next.strand());
    return next.strand();
  }

  /** Sees that a call is made. */
  Announced announces(Overlap.Made made) {
    int id = ++lastId;
    Call call = made.call();
    see(new Event.Invoked(id, made.proc(), made.context(), call));
    Caller caller = new Caller(id, true, Ids.PROCESS, made.proc(), made.context());
    UmemCallbackOps.Cleanup function =
        made.cleanup() == null ? null : cookie -> calledBack(id, cookie, made.cleanup());
    return new Announced(
        new Strand(id, made.name(), made.proc(), call),
        () -> machine.perform(caller, call, function));
  }

  /** Whether calls overlap now, and are judged later. */
  boolean overlaps() {
    return overlap.isOn();
  }

  /** The cookie that a call of a name gave while calls overlap; or null. */
  Long given(int name, boolean lock) {
    return overlap.given(name, lock);
  }

  /** The address that an allocation of a name gave while calls overlap; 0 if it gave none. */
  long givenAt(int name) {
    return overlap.givenAt(name);
  }

  /** Whether a call is about a cookie that was given only while calls overlap. */
  boolean hasGiven(Call call) {
    return call instanceof Call.UmemFree f && overlap.hasGiven(f.cookie());
  }

  /** Makes a call in the thread of a cleanup function, while calls overlap. */
  void inside(long proc, Context context, Call call) {
    int id;
    synchronized (this) {
      id = ++lastId;
      see(new Event.Invoked(id, proc, context, call));
    }
    inline(id, 0, proc, context, call, null);
  }

  /** Lets a call that overlaps others go on. */
  void goesOn(Strand s) {
    watch.starts(s.call == null ? "a thread of the machine" : s.call);
    try {
      scheduler.resume(s);
    } finally {
      watch.ends();
    }
    ended(s);
  }

  /** Calls overlap, until they have all ended or nothing can go on; then they are judged. */
  void overlap(List<Overlap.Thread> threads, IntBinaryOperator take) {
    List<Event> seen = freely ? freely(threads) : overlap.all(threads, take);
    if (over()) {
      return;
    }
    Orders.Found found = judge.seeOverlapped(seen);
    if (found instanceof Orders.Illegal illegal) {
      events.subList(events.size() - seen.size() + illegal.explained() + 1, events.size()).clear();
      broken(((Ruling.Broken) judge.ruling()).breaches(), illegal.longest());
    } else if (found instanceof Orders.TooMany many) {
      giveUp("overlapping calls: more than " + many.looked() + " states to look at");
    } else {
      situations.overlapped(seen);
      overlap.after(conduct);
    }
  }

  private List<Event> freely(List<Overlap.Thread> threads) {
    watch.begins("calls of threads that run freely");
    try {
      return overlap.freely(threads);
    } finally {
      watch.begins(null);
    }
  }

  /** The calls that may wait at all. */
  private static final Set<Class<?>> WAITING =
      Set.of(
          Call.UmemAlloc.class,
          Call.Munmap.class,
          Call.Mprotect.class,
          Call.Exit.class,
          Call.SharedMmap.class);

  /**
   * Whether a call waits for another that is out, and may go on by now but has not run yet: the
   * driver of Example 10-4 holds its mutex while it waits for memory.
   */
  private boolean queues(Call call) {
    return call instanceof Call.SharedMmap
        && judge.state().pending().stream().anyMatch(p -> p.call() instanceof Call.SharedMmap);
  }

  /** What the kit's cleanup function does. */
  interface Cleanup {
    /** Runs in the subject's thread, between the two events. */
    void run(int of);
  }

  private void calledBack(int of, long cookie, Cleanup cleanup) {
    if (over()) {
      return;
    }
    UmemState before = judge.state();
    int inside = thread();
    see(new Event.CallbackBegan(inside, of, cookie));
    if (overlap.isOn()) {
      cleanup.run(of);
      see(new Event.CallbackEnded(of));
      return;
    }
    if (!over()) {
      situations.callbackBegan(before, inside, of);
      cleanup.run(of);
    }
    if (!over()) {
      see(new Event.CallbackEnded(of));
      situations.callbackEnded(of);
    }
  }

  /** The number of the call in whose thread this is; 0 if in none. */
  private int thread() {
    return scheduler.current() == 0 ? inlineId : scheduler.current();
  }

  /** Parks the thread of a cleanup function until a condition holds. */
  void park(BooleanSupplier until) {
    scheduler.await(until);
  }

  /** Something changed that a parked cleanup function waits for. */
  void changed() {
    scheduler.changed();
  }

  /** Whether the thread that runs now may be parked. */
  boolean mayPark() {
    return scheduler.current() != 0;
  }

  /**
   * Makes a call that breaks a duty, on a subject that declares CHECKED; the machine is done for.
   */
  void misuse(Context context, Call call, Answer.Undefined broken, boolean wasLive) {
    if (over()) {
      return;
    }
    int id = ++lastId;
    calls++;
    events.add(new Event.Invoked(id, context, call));
    Outcome outcome = null;
    watch.starts(call);
    try {
      outcome = machine.perform(Caller.of(0, Ids.PROCESS, Ids.PROCESS, context), call, null);
      events.add(new Event.Completed(id, outcome));
    } catch (Scheduler.MustNotWait waits) {
      events.add(new Event.Settled(List.of(id)));
    } catch (Exception | Error e) {
      fault(faultIn(call.op(), e));
      return;
    } finally {
      watch.ends();
    }
    Misuses.situation(broken, wasLive).ifPresent(situations::misused);
    Breach breach = judge.model().misused(broken, call, outcome, wasLive);
    if (breach == null && outcome instanceof Outcome.Returned && broken.clause().equals(MAPPED)) {
      breach = afterFree((Call.UmemFree) call);
    }
    if (over()) {
      return;
    }
    end = breach == null ? new Trial.Sound() : new Trial.Broken(List.of(breach));
  }

  private static final String MAPPED = "FREE.while-mapped";

  /**
   * Memory was freed that is mapped, and the machine goes on: whoever is given memory then fills
   * it, and the mapping must not show that.
   */
  private Breach afterFree(Call.UmemFree free) {
    Allocation a = judge.state().find(free.cookie());
    Export shown =
        judge.state().exports().live().stream()
            .filter(e -> e.cookie() == free.cookie() && e.valid())
            .findFirst()
            .orElse(null);
    long page = judge.model().config().pageSize();
    Outcome next = bare(new Call.UmemAlloc(a.pages() * page, flag(a) | UmemFlag.DDI_UMEM_NOSLEEP));
    if (shown == null || !(next instanceof Outcome.Allocated got) || got.address() == 0) {
      return null;
    }
    bare(new Call.MemoryFill(got.address(), a.pages() * page, OTHERS));
    Outcome seen = bare(new Call.UserMatches(shown.space(), shown.where().addr(), page, OTHERS));
    boolean shows = seen instanceof Outcome.Matched m && m.difference() != 0;
    return shows && !over()
        ? new Breach(
            MAPPED + "/diagnosed", "a panic that says why, or a mapping without bytes of others")
        : null;
  }

  /** Stored by whoever is given memory that was freed while it was mapped. */
  private static final int OTHERS = 0x5A;

  private static int flag(Allocation a) {
    return a.kind() == CookieKind.PAGEABLE ? UmemFlag.DDI_UMEM_PAGEABLE : 0;
  }

  /** Makes a call on a machine of which nothing is known any more. */
  private Outcome bare(Call call) {
    if (over()) {
      return null;
    }
    int id = ++lastId;
    events.add(new Event.Invoked(id, Context.USER, call));
    watch.starts(call);
    try {
      Outcome outcome = machine.perform(Caller.SESSION, call, null);
      events.add(new Event.Completed(id, outcome));
      return outcome;
    } catch (Scheduler.MustNotWait waits) {
      events.add(new Event.Settled(List.of(id)));
      return null;
    } catch (Exception | Error e) {
      fault(faultIn(call.op(), e));
      return null;
    } finally {
      watch.ends();
    }
  }

  /** Lets everything run that can, then holds what is still out against the contract. */
  void settle() {
    while (!over()) {
      Strand s = resumeOne();
      if (s == null) {
        break;
      }
      ended(s);
    }
    if (over()) {
      return;
    }
    if (!offers(Feature.SETTLE)) {
      return; // Whether something still runs cannot be told.
    }
    see(new Event.Settled(scheduler.waiting()));
    if (!over()) {
      situations.settled(judge.state());
    }
  }

  /** A child is asked who can go on, and may fail then, too. */
  private Strand resumeOne() {
    watch.starts("a sleeper that was woken");
    try {
      return scheduler.resumeOne();
    } catch (Exception | Error e) {
      fault(faultIn("a look at who can go on", e));
      return null;
    } finally {
      watch.ends();
    }
  }

  /** What a process may lock until a limit is met, in bytes; 0 where none is set. */
  long room(long proc) {
    return judge.model().room(judge.state(), proc);
  }

  /** What is surely counted for a holder, in bytes. */
  long used(Holder of, long id) {
    return judge.model().used(judge.state(), of, id);
  }

  /** How many calls are out. */
  int waiting() {
    return scheduler.waiting().size();
  }

  /** Whether a call may still be out when nothing can run. */
  boolean mayWait(Context context, Call call) {
    return mayWait(Ids.PROCESS, context, call);
  }

  boolean mayWait(long proc, Context context, Call call) {
    return judge.mayStayOut(proc, context, call);
  }

  private void inline(
      int id, int name, long proc, Context context, Call call, UmemCallbackOps.Cleanup function) {
    Outcome outcome;
    Caller caller = Caller.of(scheduler.current(), scheduler.home(), proc, context);
    int before = inlineId;
    inlineId = id;
    watch.starts(call);
    try {
      outcome = machine.perform(caller, call, function);
    } catch (Scheduler.MustNotWait e) {
      outcome = null;
    } catch (Exception | Error e) {
      fault(faultIn(call.op(), e));
      return;
    } finally {
      inlineId = before;
      watch.ends();
    }
    if (scheduler.waitedInline()) {
      see(new Event.Settled(List.of(id)));
      String text = call.op() + " waited, rightly, on a thread that cannot: the machine is lost";
      fault(new Trial.Fault(text, false));
      return;
    }
    completed(id, name, call, outcome);
  }

  /** A strand has gone on; if its call has ended, that is seen. */
  void ended(Strand s) {
    if (s.fault != null) {
      fault(faultIn(s.id == Strand.OWN ? "a thread of the machine" : s.call.op(), s.fault));
    } else if (s.outcome != null && s.id != Strand.OWN) {
      completed(s.id, s.name, s.call, s.outcome);
    }
  }

  private synchronized void completed(int id, int name, Call call, Outcome outcome) {
    if (overlap.isOn()) {
      see(new Event.Completed(id, outcome));
      overlap.ended(id, name, call, outcome);
      calls += DDI.contains(call.getClass()) ? 1 : 0;
      return;
    }
    UmemState before = judge.state();
    see(new Event.Completed(id, outcome));
    if (over()) {
      return;
    }
    situations.completed(before, judge.state(), before.pending(id), outcome);
    if (DDI.contains(call.getClass())) {
      calls++;
    }
    conduct.after(id, call, outcome, name);
  }

  private static final Set<Class<?>> DDI =
      Set.of(
          Call.UmemAlloc.class,
          Call.UmemFree.class,
          Call.UmemLock.class,
          Call.UmemUnlock.class,
          Call.UmemLockMemory.class,
          Call.UmemIosetup.class,
          Call.DevmapUmemSetup.class,
          Call.DevmapUmemRemap.class,
          Call.SharedMmap.class);

  /** Where calls run freely, by any of their threads. */
  private synchronized void see(Event event) {
    events.add(event);
    if (overlap.isOn()) {
      overlap.seen(event);
      return;
    }
    boolean unmet = judge.unmet().isPresent();
    if (judge.see(event) instanceof Ruling.Broken broken) {
      broken(broken.breaches(), List.of());
    }
    if (!unmet && judge.unmet().isPresent()) {
      unmetStep = conduct.step();
    }
  }

  private void broken(List<Breach> breaches, List<Orders.OrderStep> order) {
    Breach first = breaches.get(0);
    end =
        first.facet().equals(Breach.UNDECLARED)
            ? new Trial.Fault("the subject declares otherwise: expected " + first.expected(), false)
            : new Trial.Broken(breaches, order);
  }

  private static Trial.Fault faultIn(String what, Throwable e) {
    return e instanceof MachineFault f
        ? new Trial.Fault(what + ": " + f.getMessage(), f.hung())
        : new Trial.Fault(what + " threw " + e, false);
  }

  /** Nothing can be concluded any more. */
  void giveUp(String text) {
    fault(new Trial.Fault(text, false));
  }

  private void fault(Trial.Fault fault) {
    if (end == null) {
      end = fault;
    }
  }

  /** Whether the subject declares a feature. */
  boolean offers(Feature feature) {
    return judge.model().config().offers(feature);
  }
}
