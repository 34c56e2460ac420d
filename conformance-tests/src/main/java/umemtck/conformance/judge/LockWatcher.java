package umemtck.conformance.judge;

import java.util.Set;
import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Outcome;

/**
 * One who looks for some of the situations of locking, of bufs or of exports. Only what the judge
 * accepted is told.
 */
abstract class LockWatcher {
  final UmemModel model;
  private final Set<Situation> seen;

  LockWatcher(UmemModel model, Set<Situation> seen) {
    this.model = model;
    this.seen = seen;
  }

  final void saw(Situation what) {
    seen.add(what);
  }

  final void sawIf(boolean there, Situation what) {
    if (there) {
      seen.add(what);
    }
  }

  /**
   * A call was made.
   *
   * @param thread the number of the call in whose thread it was made; 0 for one of its own
   */
  void invoked(UmemState before, int thread, Pending call) {}

  /** A call ended, a lock too; {@code before} is the state in which it was still out. */
  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {}

  /** A lock was answered; {@code before} is the state in which its call was still out. */
  void answered(UmemState before, Pending call, AnsweredLock a) {}

  /** The cleanup function that call {@code of} gave was called in the thread of another call. */
  void callbackBegan(UmemState before, int inside, int of) {}

  /** The cleanup function that call {@code of} gave came back. */
  void callbackEnded(int of) {}

  /** Nothing could run. */
  void settled(UmemState state) {}
}
