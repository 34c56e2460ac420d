package umemtck.proofs;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Model;
import com.microsoft.z3.Solver;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;

/** Values under which something holds. */
final class Witness {
  private final Z3 z3;
  private final List<BoolExpr> what;
  private final Model model;

  Witness(Z3 z3, List<BoolExpr> what, Model model) {
    this.z3 = z3;
    this.what = what;
    this.model = model;
  }

  /** What a word is here, as Java has it. */
  long of(Word word) {
    return bits(word).longValue();
  }

  /** What a word is here as a {@code size_t}. */
  BigInteger size(Word word) {
    return bits(word);
  }

  /** What a word is here as an {@code off_t}. */
  BigInteger offset(Word word) {
    return BigInteger.valueOf(of(word));
  }

  /**
   * The one whose words are the least, the first word before all others. It is the same wherever Z3
   * runs, and small numbers are easy to check by hand.
   */
  Witness least(Word... words) {
    Solver solver = z3.solver(what);
    Witness least = this;
    for (Word word : words) {
      for (int bit = Long.SIZE - 1; bit >= 0; bit--) {
        Word mask = z3.word(1L << bit);
        BoolExpr clear = word.and(mask).is(0);
        Witness found = (least.of(word) & 1L << bit) == 0 ? least : z3.solve(solver, what, clear);
        solver.add(new BoolExpr[] {found != null ? clear : z3.not(clear)});
        least = found != null ? found : least;
      }
    }
    return least;
  }

  private BigInteger bits(Word word) {
    return ((BitVecNum) model.eval(word.bits(), true)).getBigInteger();
  }

  /** A line for each name. */
  @Override
  public String toString() {
    TreeMap<String, String> lines = new TreeMap<>();
    for (FuncDecl<?> name : model.getConstDecls()) {
      BitVecNum value = (BitVecNum) model.getConstInterp(name);
      boolean word = value.getSortSize() == Long.SIZE;
      lines.put(name.getName().toString(), word ? word(value) : Num.of(value).toString());
    }
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> text.append("  %-8s %s%n".formatted(name, value)));
    return text.toString();
  }

  /** Both of what a word can mean, where these differ. */
  private static String word(BitVecNum value) {
    BigInteger size = value.getBigInteger();
    String hex = "0x" + size.toString(16);
    return size.bitLength() < Long.SIZE
        ? "%s = %d".formatted(hex, size)
        : "%s = %d unsigned, %d signed".formatted(hex, size, size.longValue());
  }
}
