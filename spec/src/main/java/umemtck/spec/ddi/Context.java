package umemtck.spec.ddi;

/** What the calling thread is doing, as the manual pages' CONTEXT sections call it. */
public enum Context {
  /** On behalf of an application's system call. */
  USER,
  /** A kernel thread. */
  KERNEL,
  /** Servicing an interrupt below the lock level. */
  INTERRUPT,
  /** Servicing a high-level interrupt. */
  HIGH_LEVEL_INTERRUPT;

  /** Whether a thread in this context may wait. */
  public boolean maySleep() {
    return this == USER || this == KERNEL;
  }
}
