package umemtck.tla.mutants;

import java.util.List;
import java.util.Locale;

/** What may notice a mutant, the cheapest first. */
public enum Layer {
  /** The state graph is not the one that is committed: something is different, and no more. */
  GRAPH(false),
  /** The numbers of states are not those that are pinned: likewise. */
  COUNTS(false),
  /** TLC cannot evaluate it. */
  EVALUATION(true),
  /** An invariant, a property of a step, or an assumption is broken. */
  PROPERTIES(true),
  /** A refinement is broken. */
  REFINEMENT(true),
  /** The Java model says otherwise. */
  EQUIVALENCE(true),
  /** A model that must fail does not, or not as named. */
  MUST_FAIL(true),
  /** What liveness speaks of is not reached any more. */
  REACH(true),
  /** A temporal property is broken, or is not broken where it must be. */
  LIVE(true);

  private final boolean kills;

  Layer(boolean kills) {
    this.kills = kills;
  }

  /**
   * Whether it says what is wrong. A graph or a count that has changed says only that something is
   * different, and is written anew by whoever meant it.
   */
  public boolean kills() {
    return kills;
  }

  /** Its name in files. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Those that kill. */
  public static List<Layer> killers() {
    return List.of(values()).stream().filter(Layer::kills).toList();
  }
}
