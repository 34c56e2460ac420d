package umemtck.spec.ddi;

/** What becomes of the deferred-unlock worker. */
public enum WorkerGate {
  /** It does nothing until it is let go. */
  HOLD,
  /** It does one queued unlock, and is held again. */
  STEP,
  /** It does whatever is queued, as it does from boot. */
  RELEASE
}
