package umemtck.conformance.suite;

import java.util.function.Predicate;

/**
 * How a run is done.
 *
 * @param seed the same seed gives the same plans
 * @param tries plans for each facet
 * @param selected which clauses are asked, by id
 * @param patience seconds without the end of a call after which the run is given up
 */
public record RunSettings(long seed, int tries, Predicate<String> selected, int patience) {
  /** Plans for each facet unless something else is asked for. */
  public static final int TRIES = 100;

  /** Seconds of patience unless something else is asked for. */
  public static final int PATIENCE = 30;

  /** Everything, with the usual tries and patience. */
  public static RunSettings of(long seed) {
    return new RunSettings(seed, TRIES, id -> true, PATIENCE);
  }

  /** The same with this many plans for each facet. */
  public RunSettings withTries(int number) {
    return new RunSettings(seed, number, selected, patience);
  }
}
