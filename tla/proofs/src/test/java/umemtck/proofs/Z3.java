package umemtck.proofs;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import java.math.BigInteger;
import java.util.List;

/** Z3, asked in the words of the theorems. What it says depends on no clock and on no chance. */
final class Z3 implements AutoCloseable {
  /**
   * Steps of Z3 after which a question counts as unanswered: over a hundred times what the hardest
   * one here takes. They count work, not time, so a slow machine gets the same answer.
   */
  static final int STEPS = 2_000_000_000;

  private static final int SEED = 1;

  private final Context context;
  private final int steps;

  private Z3(int steps) {
    this.context = new Context();
    this.steps = steps;
  }

  /** Starts Z3, or skips the test where Z3 has no library that this machine can load. */
  static Z3 start() {
    return startWith(STEPS);
  }

  /** The same with another bound on the work for one question. */
  static Z3 startWith(int steps) {
    NativeLibrary.mustLoad();
    return new Z3(steps);
  }

  Context context() {
    return context;
  }

  /** Any Java {@code long}, or {@code size_t}. */
  Word word(String name) {
    return new Word(this, context.mkBVConst(name, Long.SIZE));
  }

  /** One {@code long}. */
  Word word(long value) {
    return new Word(this, context.mkBV(value, Long.SIZE));
  }

  /** Any integer that is looked at beside words; see {@link Num}. */
  Num num(String name) {
    return new Num(this, context.mkBVConst(name, Num.BITS));
  }

  /** One integer. */
  Num num(long value) {
    return num(BigInteger.valueOf(value));
  }

  /** One integer, of those that there are (see {@link Num}). */
  Num num(BigInteger value) {
    return new Num(this, context.mkBV(value.toString(), Num.BITS));
  }

  BoolExpr all(BoolExpr... of) {
    return context.mkAnd(of);
  }

  BoolExpr any(BoolExpr... of) {
    return context.mkOr(of);
  }

  BoolExpr not(BoolExpr it) {
    return context.mkNot(it);
  }

  BoolExpr iff(BoolExpr a, BoolExpr b) {
    return context.mkIff(a, b);
  }

  BoolExpr implies(BoolExpr a, BoolExpr b) {
    return context.mkImplies(a, b);
  }

  Word either(BoolExpr condition, Word then, Word otherwise) {
    return new Word(this, (BitVecExpr) context.mkITE(condition, then.bits(), otherwise.bits()));
  }

  /** A theorem that begins with what it presupposes; with nothing, it is about everything. */
  Theorem given(BoolExpr... hypotheses) {
    return new Theorem(this, List.of(hypotheses));
  }

  /** What a word is that has no names in it. */
  long value(Word closed) {
    return ((BitVecNum) closed.bits().simplify()).getBigInteger().longValue();
  }

  /** Whether something holds that has no names in it. */
  boolean holds(BoolExpr closed) {
    return switch (closed.simplify().getBoolValue()) {
      case Z3_L_TRUE -> true;
      case Z3_L_FALSE -> false;
      case Z3_L_UNDEF -> throw new IllegalArgumentException("not closed: " + closed);
    };
  }

  /**
   * Values under which all of these hold.
   *
   * @return null if there are none, for certain
   * @throws AssertionError if Z3 does not know
   */
  Witness solve(List<BoolExpr> what) {
    return solve(solver(what), what);
  }

  /** A solver of its own for each question: no answer depends on an earlier one. */
  Solver solver(List<BoolExpr> what) {
    Solver solver = context.mkSolver("QF_BV");
    Params params = context.mkParams();
    params.add("random_seed", SEED);
    params.add("rlimit", steps);
    solver.setParameters(params);
    solver.add(what.toArray(BoolExpr[]::new));
    return solver;
  }

  /** The same, of a solver that knows what, and of what is assumed beside. */
  Witness solve(Solver solver, List<BoolExpr> what, BoolExpr... assumed) {
    return switch (solver.check(assumed)) {
      case SATISFIABLE -> new Witness(this, what, solver.getModel());
      case UNSATISFIABLE -> null;
      case UNKNOWN ->
          throw new AssertionError(
              "Z3 does not know within %d steps (%s), which proves nothing: %s"
                  .formatted(steps, solver.getReasonUnknown(), what));
    };
  }

  @Override
  public void close() {
    context.close();
  }
}
