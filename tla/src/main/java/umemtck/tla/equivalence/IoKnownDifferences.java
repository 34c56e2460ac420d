package umemtck.tla.equivalence;

import umemtck.tla.graph.IoState;
import umemtck.tla.graph.Step;

/**
 * Where the Java model of bufs may allow what the specification does not have, and why. Held to its
 * reason: nothing may come of it.
 */
final class IoKnownDifferences {
  private IoKnownDifferences() {}

  /**
   * The clause that explains a step that only Java has, or null.
   *
   * <p>IOSETUP.len-zero: whatever a device says of the bytes of a buf that has none, it says of
   * nothing. The specification lets it find that all are as compared.
   *
   * @param changes whether the step leads to another state
   */
  static String clause(IoState from, Step step, boolean changes) {
    if (!step.action().equals(IoLabels.STRATEGY) || changes) {
      return null;
    }
    IoState.Buf d = from.buf().get(step.number(1));
    return d != null && d.len() == 0 ? "IOSETUP.len-zero" : null;
  }
}
