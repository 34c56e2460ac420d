package umemtck.reference.model;

/** What becomes of the cleanup function of a lock. */
public enum Cleanup {
  /** There is none. */
  NONE,
  /** It may have been registered, or not (LOCKMEM.short-with-callback). */
  MAYBE,
  /** It is registered. */
  ARMED,
  /** It has begun. */
  RUNNING,
  /** It has ended (LOCKMEM.callback-at-most-once). */
  DONE
}
