package umemtck.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;

/**
 * Exhaustive search, by length, for the shortest list of steps that breaks a clause on one machine
 * from one beginning. Lists are made of {@link Alphabet}.
 *
 * <p>A list is not made longer if its last step was passed over: without it the machine has seen
 * the same calls, so it would be as far with one step less. Nor if the contract is broken while its
 * steps are done: there a plan ends.
 */
final class Shortest {
  private final Bench bench;
  private final Plan beginning;
  private final long seed;
  private final String clause;
  private long tried;

  /**
   * A search.
   *
   * @param beginning a plan without steps
   * @param seed of the machine
   * @param clause that the list is to break before any other
   */
  Shortest(Bench bench, Plan beginning, long seed, String clause) {
    this.bench = bench;
    this.beginning = beginning;
    this.seed = seed;
    this.clause = clause;
  }

  /** The length of the shortest list of at most this many steps, or -1. */
  int upTo(int most) {
    Trial none = run(List.of());
    if (isBroken(none)) {
      return 0;
    }
    for (int length = 1; length <= most; length++) {
      if (some(List.of(), none, length)) {
        return length;
      }
    }
    return -1;
  }

  /** How many plans were run. */
  long tried() {
    return tried;
  }

  private boolean some(List<Step> begun, Trial before, int length) {
    for (Step step : Alphabet.after(begun, length)) {
      List<Step> steps = new ArrayList<>(begun);
      steps.add(step);
      Trial trial = run(steps);
      if (isBroken(trial)) {
        return true;
      }
      boolean goesOn = trial.step() < 0 && !trial.history().equals(before.history());
      if (steps.size() < length && goesOn && some(steps, trial, length)) {
        return true;
      }
    }
    return false;
  }

  private Trial run(List<Step> steps) {
    tried++;
    return bench.run(beginning.with(steps), seed);
  }

  private boolean isBroken(Trial trial) {
    return trial.end() instanceof Trial.Broken b && b.breaches().get(0).clause().equals(clause);
  }
}
