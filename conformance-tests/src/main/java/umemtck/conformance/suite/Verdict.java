package umemtck.conformance.suite;

/** What is said of a clause in the end. In the order in which facets outweigh each other. */
public enum Verdict {
  /** The contract was broken. */
  FAIL,
  /** Crash, hang, protocol or adapter fault, or every try cut short: nothing is known. */
  UNRESOLVED,
  /** Offered, but not exercised. */
  UNTESTED,
  /** In the known-issues file, and failing exactly so. */
  KNOWN,
  /**
   * Recorded, never failed: a quality not met, or what happened where the contract leaves it open.
   */
  NOTED,
  /** Held every time it was tried. */
  PASS,
  /** The subject does not offer it. */
  UNSUPPORTED,
  /** Not asked. */
  EXCLUDED
}
