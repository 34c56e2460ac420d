package umemtck.conformance.suite;

import java.util.Optional;
import java.util.function.Predicate;
import umemtck.conformance.catalogue.Facet;

/**
 * How a run is done.
 *
 * @param seed the same seed gives the same plans
 * @param tries plans for each facet
 * @param selected which facets are asked
 * @param patience seconds without the end of a call after which the run is given up
 * @param until the clause whose FAIL ends the run: nothing else is asked afterwards
 * @param tours whether the committed graphs are walked, after the properties
 */
public record RunSettings(
    long seed,
    int tries,
    Predicate<Facet> selected,
    int patience,
    Optional<String> until,
    boolean tours) {
  /** Plans for each facet unless something else is asked for. */
  public static final int TRIES = 100;

  /** Seconds of patience unless something else is asked for. */
  public static final int PATIENCE = 30;

  /** To the end, whatever is found; without tours. */
  public RunSettings(long seed, int tries, Predicate<Facet> selected, int patience) {
    this(seed, tries, selected, patience, Optional.empty(), false);
  }

  /** Every clause, with the usual tries and patience; without tours. */
  public static RunSettings of(long seed) {
    return new RunSettings(seed, TRIES, facet -> true, PATIENCE);
  }

  /** The same with this many plans for each facet. */
  public RunSettings withTries(int number) {
    return new RunSettings(seed, number, selected, patience, until, tours);
  }

  /** The same, but only these clauses are asked. */
  public RunSettings only(Predicate<String> clauses) {
    return new RunSettings(seed, tries, f -> clauses.test(f.clause()), patience, until, tours);
  }

  /** The same, but over as soon as this clause has FAIL. */
  public RunSettings until(String clause) {
    return new RunSettings(seed, tries, selected, patience, Optional.of(clause), tours);
  }

  /** The same, and the graphs are walked. */
  public RunSettings withTours() {
    return new RunSettings(seed, tries, selected, patience, until, true);
  }
}
