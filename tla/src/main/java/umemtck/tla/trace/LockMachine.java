package umemtck.tla.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.WorkerGate;

/**
 * One machine, told in steps of {@code TraceUmemLock}. From an event on that the specification has
 * no words for, and that matters to it, nothing more is told.
 */
final class LockMachine {
  /** Callbacks are calls of their own, with numbers that no call has. */
  private static final int CALLBACKS = -1_000_000;

  private static final int BEGINNINGS = -1_000_000_000;
  private static final int REST = -2;

  private final LockScript script;
  private final Calls calls = new Calls();
  private final LockPaths paths;
  private final Map<Integer, Event.Invoked> out = new TreeMap<>();
  private final Map<Integer, Instance> ends = new HashMap<>();
  private final Map<Long, Map<Long, MappingKind>> mapped = new HashMap<>();
  private final Set<Long> locks = new HashSet<>();
  private boolean held;
  private boolean queues;
  private boolean stopped;
  private int lax = Integer.MAX_VALUE;

  LockMachine(LockScript script) {
    this.script = script;
    paths = new LockPaths(script);
  }

  void see(int event, Event e) {
    if (stopped) {
      return;
    }
    if (e instanceof Event.Invoked i) {
      out.put(i.id(), i);
      invoked(event, i);
    } else if (e instanceof Event.Completed c) {
      completed(event, out.remove(c.id()), c.outcome());
    } else if (e instanceof Event.CallbackBegan c) {
      began(event, c);
    } else if (e instanceof Event.CallbackEnded c) {
      Instance end = ends.remove(c.of());
      if (end != null) {
        calls.seen(event, CALLBACKS - event, end);
      }
    } else {
      settled(event, ((Event.Settled) e).blocked());
    }
  }

  private void invoked(int event, Event.Invoked e) {
    Call call = e.call();
    if (isBeyond(call) || isSecondChange(e)) {
      stopped = true;
    } else if (isOurs(call)) {
      script.process(e.proc());
      if (LockPaths.needsThread(call)) {
        script.threads().begin(e.id(), e.context());
      }
      if (call instanceof Call.Exit exit) {
        // A process that was told to exit is on its way out (LOCKMEM.registration-failure).
        Instance begins = Instance.of("Exit", script.process(exit.proc()));
        calls.seen(event, BEGINNINGS - event, begins);
      }
      calls.invoked(event, e.id());
    }
  }

  /** What the specification has no words for. */
  private boolean isBeyond(Call call) {
    return call instanceof Call.Vfork
        || call instanceof Call.Fork
        || call instanceof Call.NewZone
        || call instanceof Call.ZoneEnter
        || call instanceof Call.Mlock
        || call instanceof Call.Munlock
        || call instanceof Call.DevmapUmemSetup
        || call instanceof Call.SharedMmap
        || (call instanceof Call.UmemFree free && locks.contains(free.cookie()));
  }

  /** In the specification a process does one munmap, mprotect or exit at a time. */
  private boolean isSecondChange(Event.Invoked e) {
    return LockPaths.isChange(e.call())
        && out.values().stream()
            .anyMatch(
                o ->
                    o.id() != e.id()
                        && LockPaths.isChange(o.call())
                        && LockPaths.changed(o.call()) == LockPaths.changed(e.call()));
  }

  private static boolean isOurs(Call call) {
    return LockPaths.isChange(call)
        || LockPaths.needsThread(call)
        || call instanceof Call.Mmap
        || call instanceof Call.NewProcess
        || call instanceof Call.NewProject
        || call instanceof Call.Settaskid
        || call instanceof Call.SetLimit
        || call instanceof Call.GetLimit
        || (call instanceof Call.GetLocked get && get.of() != Holder.PROCESS);
  }

  private void completed(int event, Event.Invoked e, Outcome outcome) {
    if (e == null || !calls.isOut(e.id())) {
      other(event, e, outcome);
      return;
    }
    if (outcome instanceof Outcome.Panicked) {
      calls.returned(event, e.id(), List.of()); // No step of the specification stops the machine.
      return;
    }
    calls.returned(event, e.id(), of(e, outcome));
    script.threads().end(e.id());
    if (outcome instanceof Outcome.Locked got && got.errno() == 0) {
      locks.add(got.cookie());
    } else if (e.call() instanceof Call.UmemUnlock unlock) {
      locks.remove(unlock.cookie());
    }
  }

  private void other(int event, Event.Invoked e, Outcome outcome) {
    if (e != null && e.call() instanceof Call.GateWorker gate && outcome instanceof Outcome.Done) {
      held = gate.gate() != WorkerGate.RELEASE;
      // The worker of the specification has no gate: it may always do what is queued, or not yet.
      lax = Math.min(lax, event);
    } else if (e != null && e.call() instanceof Call.FailNext fail) {
      if (fail.step() != FaultyStep.BUF) {
        paths.plant(fail);
      }
    }
  }

  private List<Path> of(Event.Invoked e, Outcome outcome) {
    Call call = e.call();
    if (call instanceof Call.Mmap m) {
      return List.of(Path.of(mmap(m.proc(), m.addr(), m.len(), m.kind(), m.prot())));
    }
    if (LockPaths.isChange(call)) {
      return change(call);
    }
    if (call instanceof Call.UmemUnlock) {
      queues = true;
    }
    return paths.of(e, outcome);
  }

  private Instance[] mmap(long proc, long addr, long len, MappingKind kind, int prot) {
    List<Instance> steps = new ArrayList<>();
    Map<Long, MappingKind> space = mapped.computeIfAbsent(proc, p -> new HashMap<>());
    for (long at = 0; at < len; at += script.config().pageSize()) {
      MappingKind now = kind == null ? space.get(addr + at) : kind;
      space.put(addr + at, now);
      steps.add(
          Instance.of(
              "MmapAnyTime",
              script.process(proc),
              script.page(addr + at),
              LockScript.mapping(now, prot)));
    }
    return steps.toArray(new Instance[0]);
  }

  /** Munmap, mprotect, exit: begun, and done. */
  private List<Path> change(Call call) {
    List<Instance> steps = new ArrayList<>();
    if (call instanceof Call.Munmap m) {
      steps.add(begins(m.proc(), m.addr(), m.len()));
      steps.add(Instance.of("MunmapDone", m.proc()));
    } else if (call instanceof Call.Mprotect m) {
      // As if the pages went, and came back with another protection.
      steps.add(begins(m.proc(), m.addr(), m.len()));
      steps.add(Instance.of("MunmapDone", m.proc()));
      steps.addAll(List.of(mmap(m.proc(), m.addr(), m.len(), null, m.prot())));
    } else {
      steps.add(Instance.of("ExitDone", ((Call.Exit) call).proc()));
    }
    return List.of(Path.of(steps.toArray(new Instance[0])));
  }

  private Instance begins(long proc, long addr, long len) {
    return Instance.of("Munmap", script.process(proc), Word64.of(addr), Word64.of(len));
  }

  private void began(int event, Event.CallbackBegan c) {
    Event.Invoked inside = out.get(c.inside());
    if (inside == null || !LockPaths.isChange(inside.call())) {
      calls.impossible(event, CALLBACKS - event);
      return;
    }
    long proc = LockPaths.changed(inside.call());
    ends.put(c.of(), Instance.of("CallbackEnded", proc, Word64.of(c.cookie())));
    // What an event has picked may be unlocked before the function is called.
    Instance step = Instance.of("CallbackBegan", proc, Word64.of(c.cookie()));
    calls.since(event, CALLBACKS - event, c.inside(), step);
  }

  private void settled(int event, List<Integer> blocked) {
    if (queues && !held) {
      calls.seen(event, REST, Instance.of("WorkerRests"));
    }
    for (Event.Invoked e : out.values()) {
      boolean change = LockPaths.isChange(e.call());
      if (change && blocked.contains(e.id())) {
        calls.waits(event, e.id(), Instance.of("EventRests", LockPaths.changed(e.call())));
      } else if (!change && calls.isOut(e.id())) {
        calls.impossible(event, CALLBACKS - event); // No other call waits for anything.
      }
    }
  }

  Script.Told told() {
    for (Event.Invoked e : out.values()) {
      if (calls.isOut(e.id()) && LockPaths.isChange(e.call())) {
        calls.never(e.id(), change(e.call()));
      }
    }
    Script.Told told = calls.told();
    return new Script.Told(told.moments(), told.known(), lax);
  }
}
