package umemtck.reference.model;

/** How far the unlock of a lock has come. */
public enum Stage {
  /**
   * The call that locks is out: it is charged, and nothing is pinned (ACCT.test-before-lock). Only
   * calls that overlap it can tell.
   */
  CHARGED,
  /** Nobody has unlocked it. */
  HELD,
  /** The unlock has returned, and is still to be done (UNLOCK.deferred). */
  QUEUED,
  /** The pins are gone, the charge is not (UNLOCK.releases). */
  UNPINNED,
  /** It is unlocked; only its cleanup function still runs (COOKIE.refcount-with-callback). */
  GONE
}
