package umemtck.proofs;

import com.microsoft.z3.BoolExpr;
import java.util.ArrayList;
import java.util.List;

/** Hypotheses, and what may follow from them, for every value of the names in them. */
record Theorem(Z3 z3, List<BoolExpr> hypotheses) {
  /**
   * Proves that a claim follows: there are values for the hypotheses, and none that break the
   * claim.
   *
   * @param claim in a sentence, clause first
   */
  Theorem prove(String claim, BoolExpr it) {
    some(hypotheses, claim + ": nothing meets the hypotheses, so this says nothing");
    Witness against = z3.solve(and(z3.not(it)));
    if (against != null) {
      throw new AssertionError(claim + ": is false\n" + against);
    }
    return this;
  }

  /** Shows that a case exists, so that what is said of it is not said of nothing. */
  Witness find(String what, BoolExpr it) {
    return some(and(it), what + ": there is no such case");
  }

  /**
   * Shows that a claim does not follow: a formula with a fault in it must be told from a right one.
   */
  Witness refute(String claim, BoolExpr it) {
    return some(and(z3.not(it)), claim + ": follows, though it should not");
  }

  private Witness some(List<BoolExpr> what, String otherwise) {
    Witness found = z3.solve(what);
    if (found == null) {
      throw new AssertionError(otherwise);
    }
    return found;
  }

  private List<BoolExpr> and(BoolExpr more) {
    List<BoolExpr> all = new ArrayList<>(hypotheses);
    all.add(more);
    return all;
  }
}
