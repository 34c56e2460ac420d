package umemtck.reference.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import umemtck.spec.ddi.WorkerGate;

/** Unlocks that were put off, oldest first, and how many of them the worker may do. */
final class UnlockQueue {
  private final List<Lock> queued = new ArrayList<>();
  private WorkerGate gate = WorkerGate.RELEASE;
  private int steps;

  /** Puts the gate so; a step counts only if there is something to do. */
  void set(WorkerGate next) {
    gate = next;
    steps = next == WorkerGate.STEP ? Math.min(steps + 1, queued.size()) : 0;
  }

  void add(Lock l) {
    queued.add(l);
  }

  /** Takes one out, and uses up a step. */
  void take(Lock l) {
    queued.remove(l);
    steps = Math.max(0, steps - 1);
  }

  /** Whether the gate lets the worker do one, if there is one. */
  boolean isOpen() {
    return gate == WorkerGate.RELEASE || steps > 0;
  }

  List<Lock> queued() {
    return Collections.unmodifiableList(queued);
  }
}
