package umemtck.conformance.judge;

import java.util.function.UnaryOperator;

/**
 * A situation, a history that has it, and one that only nearly has it.
 *
 * @param what the situation
 * @param has tells the one
 * @param misses tells the other
 */
record SituationRow(Situation what, UnaryOperator<Watched> has, UnaryOperator<Watched> misses) {
  static SituationRow of(
      Situation what, UnaryOperator<Watched> has, UnaryOperator<Watched> misses) {
    return new SituationRow(what, has, misses);
  }

  @Override
  public String toString() {
    return what.word();
  }
}
