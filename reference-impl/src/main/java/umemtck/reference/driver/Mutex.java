package umemtck.reference.driver;

import umemtck.spec.subject.Waits;

/** {@code kmutex_t}: at most one thread has it; the others wait as the kit lets them. */
final class Mutex {
  private final Waits waits;
  private boolean held;

  Mutex(Waits waits) {
    this.waits = waits;
  }

  /** {@code mutex_enter(9F)}. */
  void enter() {
    while (!tryEnter()) {
      waits.await(this::isFree);
    }
  }

  /** {@code mutex_exit(9F)}. */
  void exit() {
    synchronized (this) {
      held = false;
    }
    waits.changed();
  }

  private synchronized boolean tryEnter() {
    boolean mine = !held;
    held = true;
    return mine;
  }

  private synchronized boolean isFree() {
    return !held;
  }
}
