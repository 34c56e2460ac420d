package umemtck.conformance.plan;

import java.util.List;

/**
 * Calls that overlap: threads that make a few calls each, all at once. The first that makes a call
 * goes on until it has ended, waits, or stalls; then whoever went on last does so again, else the
 * first thread that can. A turn says otherwise.
 *
 * @param threads the steps of each thread, in order; steps that look, settle or arrange are none
 * @param turns where somebody else goes on, ascending
 */
public record OverlapStep(List<List<Step>> threads, List<Turn> turns) implements Step {
  /** Threads at most. */
  public static final int THREADS = 4;

  /** Keeps copies. */
  public OverlapStep {
    threads = threads.stream().map(List::copyOf).toList();
    turns = List.copyOf(turns);
  }

  /**
   * A turn.
   *
   * @param at at which choice between two or more that can go on, from 0
   * @param take which of them goes on, from 0: whoever went on last is the first, if it can
   */
  public record Turn(int at, int take) {}

  /** The same threads in another order. */
  public OverlapStep with(List<Turn> others) {
    return new OverlapStep(threads, others);
  }

  /** Which is taken at a choice between so many. */
  public int take(int choice, int of) {
    for (Turn t : turns) {
      if (t.at() == choice) {
        return Math.floorMod(t.take(), of);
      }
    }
    return 0;
  }
}
