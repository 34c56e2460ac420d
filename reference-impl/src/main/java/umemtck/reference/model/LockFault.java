package umemtck.reference.model;

/**
 * Something that is wrong with a lock that is asked for.
 *
 * @param rank its place in LOCK.validation-order
 * @param sure whether the lock must fail; else it may
 * @param facet the most telling one of those that a success would break
 */
public record LockFault(Rank rank, boolean sure, String facet) {

  /** The order in which errors are decided (LOCK.validation-order). */
  public enum Rank {
    /** Flags, alignment, vector. */
    ARGUMENTS,
    /** A limit of the project or zone. */
    LIMIT,
    /** What is mapped, and what the process may do to it. */
    ADDRESS_SPACE,
    /** A step that was made to fail. */
    SHORTAGE
  }
}
