package umemtck.tla.equivalence;

import java.util.Map;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.Step;

/**
 * Whether nothing need happen in a state, as the fairness of the specification has it: no unlock is
 * out; when the worker has done what is queued, no munmap or exit could be done, and none waits for
 * a lock whose cleanup function is registered and was not called.
 */
final class LockRests {
  private final Graph graph;

  LockRests(Graph graph) {
    this.graph = graph;
  }

  boolean mayRest(int n) {
    LockState s = (LockState) graph.states().get(n);
    for (String t : s.call().keySet()) {
      if (!t.equals(LockState.WORKER)) {
        return false;
      }
    }
    Integer next = n;
    for (Step work = work(s); work != null; work = work(s)) {
      next = graph.steps().get(next).get(work);
      if (next == null) {
        return false; // It is owed, and cannot be done.
      }
      s = (LockState) graph.states().get(next);
    }
    for (Map.Entry<Long, LockState.Event> e : s.event().entrySet()) {
      if (e.getValue().inside() == 0 && owes(next, s, e.getKey())) {
        return false;
      }
    }
    return true;
  }

  /** What the worker does next, or null. */
  private static Step work(LockState s) {
    String out = s.call().get(LockState.WORKER);
    if (out != null) {
      String cookie = out.substring(out.indexOf(' ') + 1);
      return Step.of("UmemUnlockCredited", LockState.WORKER, cookie);
    }
    return s.queue().isEmpty()
        ? null
        : Step.of("UmemUnlockUnpinned", LockState.WORKER, s.queue().get(0));
  }

  private boolean owes(int n, LockState s, long p) {
    return graph.steps().get(n).containsKey(Step.of("MunmapDone", p))
        || graph.steps().get(n).containsKey(Step.of("ExitDone", p))
        || s.lock().keySet().stream()
            .anyMatch(c -> graph.steps().get(n).containsKey(Step.of("CallbackBegan", p, c)));
  }
}
