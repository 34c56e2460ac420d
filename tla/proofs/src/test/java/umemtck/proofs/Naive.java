package umemtck.proofs;

import com.microsoft.z3.BoolExpr;
import java.math.BigInteger;

/** The bounds check that everybody writes first, and what it lets pass. */
record Naive(Z3 z3) {
  private static final long PAGE = 4096;

  /** {@code off + len <= size}, where C makes all three unsigned. */
  BoolExpr sum(Word off, Word len, Word size) {
    return off.plus(len).atMost(size);
  }

  /** The same with Java's {@code <=}. */
  BoolExpr signedSum(Word off, Word len, Word size) {
    return off.plus(len).atMostSigned(size);
  }

  /** With a cookie that is not empty, and aligned as a driver does: nothing odd is needed. */
  Theorem wholePages(Word off, Word len, Word size) {
    Num page = z3.num(PAGE);
    return z3.given(
        size.isAbove(z3.word(0)),
        size.unsigned().isMultipleOf(page),
        off.unsigned().isMultipleOf(page),
        len.unsigned().isMultipleOf(page));
  }

  /** The clause once more, without Z3. */
  boolean isWithin(Witness w, Word off, Word len, Word size) {
    BigInteger end = w.offset(off).add(w.size(len));
    return w.offset(off).signum() >= 0 && end.compareTo(w.size(size)) <= 0;
  }

  /** Prints what a check lets pass. */
  void show(String clause, String check, Witness w) {
    System.out.printf("%s, asked as %s lets pass:%n%s", clause, check, w);
  }
}
