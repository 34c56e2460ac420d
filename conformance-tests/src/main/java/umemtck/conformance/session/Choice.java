package umemtck.conformance.session;

import java.util.List;

/**
 * A choice between two or more that could go on, while calls overlapped.
 *
 * @param going who could, in the order in which a {@link umemtck.conformance.plan.OverlapStep.Turn}
 *     counts them
 */
public record Choice(List<Going> going) {
  /** The machine's own threads, and calls that a cleanup function left waiting. */
  public static final int OTHER = -1;

  /** Keeps a copy. */
  public Choice {
    going = List.copyOf(going);
  }

  /**
   * Somebody that can go on.
   *
   * @param thread which thread of the plan, from 0, or {@link #OTHER}
   * @param step before which step it stalls; empty if its next call has still to be made, or what
   *     it waited for has come
   */
  public record Going(int thread, String step) {}

  /** How many could go on. */
  public int of() {
    return going.size();
  }
}
