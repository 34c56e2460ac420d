package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.reference.model.Charged;
import umemtck.reference.model.Lock;
import umemtck.reference.model.LockFault.Rank;
import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.WorkerGate;

/** Who unlocked, from where, beside which cleanup function, and in front of which worker. */
final class LockUnlocks extends LockWatcher {

  /** An unlock that is out. */
  private record Unlocking(int thread, Lock lock) {}

  private final Map<Integer, Unlocking> out = new HashMap<>();
  private final Set<Counter> unlocked = new HashSet<>();
  private final Set<Counter> freed = new HashSet<>();
  private boolean byOther;

  /** What was unlocked in interrupts since the worker is held, and not stepped over since. */
  private final List<Lock> queue = new ArrayList<>();

  private boolean held;
  private Counter stepped;

  /** By the call that gave a function which has not come back: the call inside which it runs. */
  private final Map<Integer, Integer> running = new HashMap<>();

  private final Set<Integer> unlockedMeanwhile = new HashSet<>();

  LockUnlocks(UmemModel model, Set<Situation> seen) {
    super(model, seen);
  }

  @Override
  void invoked(UmemState before, int thread, Pending call) {
    if (call.call() instanceof Call.UmemUnlock unlock) {
      sawIf(call.context() == Context.INTERRUPT, UNLOCK_INTERRUPT);
      sawIf(call.context() == Context.KERNEL, UNLOCK_KERNEL);
      out.put(call.id(), new Unlocking(thread, before.locking().lock(unlock.cookie())));
    } else if (call.call() instanceof Call.UmemFree free
        && before.locking().lock(free.cookie()) != null) {
      out.put(call.id(), new Unlocking(thread, before.locking().lock(free.cookie())));
    }
  }

  @Override
  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {
    Unlocking ended = out.remove(call.id());
    if (ended != null && call.call() instanceof Call.UmemFree) {
      freed.add(new Counter(Holder.PROJECT, ended.lock.project()));
    } else if (ended != null) {
      unlocked(call, ended);
    } else if (call.call() instanceof Call.GetLocked get) {
      read(new Counter(get.of(), get.id()));
    } else if (call.call() instanceof Call.GateWorker g) {
      gated(g.gate());
    }
  }

  @Override
  void answered(UmemState before, Pending call, AnsweredLock a) {
    sawIf(a.errno() == 0 && !unlockedMeanwhile.isEmpty(), UNLOCKED_DURING_CALLBACK);
    if (a.reaches(Rank.LIMIT)) {
      lookedBehind(a.asked().owner().project());
    }
  }

  private void unlocked(Pending call, Unlocking ended) {
    Lock l = ended.lock;
    unlocked.add(new Counter(Holder.PROJECT, l.project()));
    unlocked.add(new Counter(Holder.ZONE, l.zone()));
    unlocked.add(new Counter(Holder.PROCESS, l.proc()));
    byOther |= call.proc() != l.proc();
    if (call.context() != Context.INTERRUPT) {
      lookedBehind(l.project());
    } else if (held) {
      queue.add(l);
    }
    Integer inside = running.get(l.of());
    if (inside != null) {
      if (inside == ended.thread) {
        saw(UNLOCKED_INSIDE_CALLBACK);
      } else {
        unlockedMeanwhile.add(l.of());
      }
    }
  }

  private void read(Counter of) {
    sawIf(unlocked.contains(of), UNLOCKED_THEN_USAGE);
    sawIf(freed.contains(of), LOCK_FREED);
    sawIf(byOther, UNLOCK_BY_OTHER);
    sawIf(of.equals(stepped), UNLOCKS_QUEUED);
    if (of.of() == Holder.PROJECT) {
      lookedBehind(of.id());
    }
  }

  private void lookedBehind(long project) {
    sawIf(queue.stream().anyMatch(l -> counts(l, project)), LOOKED_BEHIND_QUEUED);
  }

  /** Whether a project's usage shows whether a lock was unlocked. */
  private static boolean counts(Lock l, long project) {
    return l.project() == project && l.charged() == Charged.YES;
  }

  private void gated(WorkerGate gate) {
    if (gate == WorkerGate.RELEASE || !held) {
      queue.clear();
    }
    if (gate != WorkerGate.HOLD) {
      stepped = null;
    }
    if (gate == WorkerGate.STEP && !queue.isEmpty()) {
      Lock first = queue.remove(0);
      boolean told = // Another length would show that another was done first.
          queue.stream().anyMatch(l -> counts(l, first.project()) && l.len() != first.len());
      stepped =
          told && counts(first, first.project())
              ? new Counter(Holder.PROJECT, first.project())
              : null;
    }
    held = gate != WorkerGate.RELEASE;
  }

  @Override
  void callbackBegan(UmemState before, int inside, int of) {
    running.put(of, inside);
  }

  @Override
  void callbackEnded(int of) {
    running.remove(of);
    unlockedMeanwhile.remove(of);
  }
}
