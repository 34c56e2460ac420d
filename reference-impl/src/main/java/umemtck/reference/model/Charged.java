package umemtck.reference.model;

/** Whether a lock is counted (ACCT.unlimited-bypass). */
public enum Charged {
  /** It is. */
  YES,
  /** It is not. */
  NO,
  /** Both are right, and nobody has seen which it is. */
  EITHER
}
