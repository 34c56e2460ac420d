package umemtck.conformance.judge;

import java.util.List;
import java.util.Set;
import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/**
 * The situations of locking, of bufs and of exports: whatever happens is told to all who look for
 * one of them.
 */
final class LockSituations {
  private final UmemModel model;
  private final List<LockWatcher> all;

  LockSituations(UmemModel model, Set<Situation> seen) {
    this.model = model;
    all =
        List.of(
            new LockAnswers(model, seen),
            new LockLimits(model, seen),
            new LockUsage(model, seen),
            new LockUnlocks(model, seen),
            new LockEvents(model, seen),
            new BufSituations(model, seen),
            new ExportSituations(model, seen),
            new SharedSituations(model, seen));
  }

  void invoked(UmemState before, int thread, Pending call) {
    all.forEach(w -> w.invoked(before, thread, call));
  }

  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {
    if (call.call() instanceof Call.UmemLock || call.call() instanceof Call.UmemLockMemory) {
      AnsweredLock a = AnsweredLock.of(model, before, call, outcome);
      all.forEach(w -> w.answered(before, call, a));
    }
    all.forEach(w -> w.completed(before, after, call, outcome));
  }

  void callbackBegan(UmemState before, int inside, int of) {
    all.forEach(w -> w.callbackBegan(before, inside, of));
  }

  void callbackEnded(int of) {
    all.forEach(w -> w.callbackEnded(of));
  }

  void settled(UmemState state) {
    all.forEach(w -> w.settled(state));
  }
}
