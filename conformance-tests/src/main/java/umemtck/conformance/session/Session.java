package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.judge.Judge;
import umemtck.conformance.judge.Ruling;
import umemtck.conformance.judge.Situations;
import umemtck.conformance.plan.Plan;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Breach;
import umemtck.reference.model.UmemModel;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.History;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.BootOptions;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.UmemSystem;

/**
 * One machine, from boot to the last read-out: every call goes to it, into the history and before
 * the judge. What is done, and in which order, is {@link Conduct}'s.
 *
 * <p>Used by one thread; the machine's sleepers run on threads of their own, one at a time.
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

  private Session(UmemModel model, Machine machine, Scheduler scheduler, Plan plan, Watch watch) {
    this.watch = watch;
    this.judge = new Judge(model);
    this.situations = new Situations(model.config());
    this.machine = machine;
    this.scheduler = scheduler;
    this.conduct = new Conduct(this, model.config(), plan);
  }

  /** Boots a machine and carries a plan out on it. */
  static Trial run(Plan plan, UmemSubject subject, UmemModel model, long seed, Watch watch) {
    Scheduler scheduler = new Scheduler(seed);
    UmemSystem system;
    Machine machine;
    watch.starts("boot");
    try {
      system = subject.boot(new BootOptions(seed), scheduler);
      machine = new Machine(system);
    } catch (Exception | Error e) {
      // Whatever comes out of the subject is its own, a full stack or heap too.
      return new Trial(
          new History(List.of()), new Trial.Fault("boot threw " + e), java.util.Set.of(), 0, -1);
    } finally {
      watch.ends();
    }
    Session session = new Session(model, machine, scheduler, plan, watch);
    try {
      session.conduct.all();
    } finally {
      session.close();
    }
    return session.trial();
  }

  private Trial trial() {
    return new Trial(
        new History(events),
        end == null ? new Trial.Sound() : end,
        situations.seen(),
        calls,
        conduct.step());
  }

  private void close() {
    scheduler.discard();
    watch.starts("close");
    try {
      machine.close();
    } catch (Exception | Error e) {
      fault("close threw " + e);
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
    Answer a = judge.model().invoke(judge.state(), 0, context, call);
    return a instanceof Answer.Undefined u ? u : null;
  }

  /**
   * Makes a call, on this thread unless it may wait.
   *
   * @param name of the allocation that it makes; 0 for none
   */
  void call(Context context, Call call, int name) {
    if (over()) {
      return;
    }
    int id = ++lastId;
    boolean mayWait = call instanceof Call.UmemAlloc && mayWait(context, call);
    situations.invoked(judge.state(), context, call);
    see(new Event.Invoked(id, context, call));
    if (mayWait) {
      Strand s = new Strand(id, name, call);
      watch.starts(call);
      scheduler.start(
          s,
          () -> {
            machine.enter(context);
            return machine.perform(call);
          });
      watch.ends();
      ended(s);
    } else {
      inline(id, name, context, call);
    }
  }

  /**
   * Makes a call that breaks a duty, on a subject that declares CHECKED; the machine is done for.
   */
  void misuse(Context context, Call call, Answer.Undefined broken, boolean wasLive) {
    int id = ++lastId;
    calls++;
    events.add(new Event.Invoked(id, context, call));
    Outcome outcome = null;
    watch.starts(call);
    try {
      machine.enter(context);
      outcome = machine.perform(call);
      events.add(new Event.Completed(id, outcome));
    } catch (Scheduler.MustNotWait waits) {
      events.add(new Event.Settled(List.of(id)));
    } catch (Exception | Error e) {
      fault(call.op() + " threw " + e);
      return;
    } finally {
      watch.ends();
    }
    situations.misused(Misuses.situation(broken, wasLive));
    Breach breach = judge.model().misused(broken, call, outcome, wasLive);
    end = breach == null ? new Trial.Sound() : new Trial.Broken(List.of(breach));
  }

  /** Lets everything run that can, then holds what is still out against the contract. */
  void settle() {
    while (!over()) {
      watch.starts("a sleeper that was woken");
      Strand s = scheduler.resumeOne();
      watch.ends();
      if (s == null) {
        break;
      }
      ended(s);
    }
    if (over()) {
      return;
    }
    see(new Event.Settled(scheduler.waiting()));
    if (!over()) {
      judge.state().pending().forEach(p -> situations.slept((Call.UmemAlloc) p.call()));
    }
  }

  /** How many calls are out. */
  int waiting() {
    return scheduler.waiting().size();
  }

  /** Whether a call may still be out when nothing can run. */
  boolean mayWait(Context context, Call call) {
    return judge.model().mayStayOut(judge.state(), context, call);
  }

  private void inline(int id, int name, Context context, Call call) {
    Outcome outcome;
    boolean elsewhere = context != Context.USER;
    watch.starts(call);
    try {
      if (elsewhere) {
        machine.enter(context);
      }
      outcome = machine.perform(call);
      if (elsewhere) {
        machine.enter(Context.USER);
      }
    } catch (Scheduler.MustNotWait e) {
      outcome = null;
    } catch (Exception | Error e) {
      fault(call.op() + " threw " + e);
      return;
    } finally {
      watch.ends();
    }
    if (scheduler.waitedInline()) {
      see(new Event.Settled(List.of(id)));
      return;
    }
    completed(id, name, call, outcome);
  }

  private void ended(Strand s) {
    if (s.fault != null) {
      fault((s.id == Strand.OWN ? "a thread of the machine" : s.call.op()) + " threw " + s.fault);
    } else if (s.outcome != null && s.id != Strand.OWN) {
      completed(s.id, s.name, s.call, s.outcome);
    }
  }

  private void completed(int id, int name, Call call, Outcome outcome) {
    boolean slept = judge.state().pending(id).slept();
    var before = judge.state();
    see(new Event.Completed(id, outcome));
    if (over()) {
      return;
    }
    situations.completed(before, call, outcome, slept);
    if (call instanceof Call.UmemAlloc || call instanceof Call.UmemFree) {
      calls++;
      conduct.after(call, outcome, name);
    }
  }

  private void see(Event event) {
    events.add(event);
    if (judge.see(event) instanceof Ruling.Broken broken) {
      Breach first = broken.breaches().get(0);
      end =
          first.facet().equals(Breach.UNDECLARED)
              ? new Trial.Fault("the subject declares otherwise: expected " + first.expected())
              : new Trial.Broken(broken.breaches());
    }
  }

  private void fault(String text) {
    if (end == null) {
      end = new Trial.Fault(text);
    }
  }

  /** Whether the subject declares a feature. */
  boolean offers(Feature feature) {
    return judge.model().config().offers(feature);
  }
}
