package umemtck.tla.trace;

import java.util.List;

/**
 * Steps that a call may have taken, one after the other.
 *
 * @param steps in order
 * @param must how many of them have been taken when the call returns; the rest may come later
 */
public record Path(List<Instance> steps, int must) {
  /** Keeps a copy. */
  public Path {
    steps = List.copyOf(steps);
  }

  /** Steps that have all been taken when the call returns. */
  static Path of(Instance... steps) {
    return new Path(List.of(steps), steps.length);
  }
}
