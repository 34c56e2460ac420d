package umemtck.proofs;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import java.math.BigInteger;

/**
 * A mathematical integer, as far as the contract's sentences go. They add at most three words to
 * each other, which stays below 2^66 and so never wraps in this many bits; {@link
 * TranscriptionTest} compares with {@link java.math.BigInteger} at the ends of the words.
 */
record Num(Z3 z3, BitVecExpr bits) {
  /** Wide enough, with room to spare, and narrow enough for Z3 to decide everything. */
  static final int BITS = 68;

  /** The integer that these bits are. */
  static BigInteger of(BitVecNum bits) {
    BigInteger value = bits.getBigInteger();
    return value.testBit(BITS - 1) ? value.subtract(BigInteger.ONE.shiftLeft(BITS)) : value;
  }

  Num plus(Num b) {
    return new Num(z3, z3.context().mkBVAdd(bits, b.bits));
  }

  BoolExpr is(Num b) {
    return z3.context().mkEq(bits, b.bits);
  }

  BoolExpr atMost(Num b) {
    return z3.context().mkBVSLE(bits, b.bits);
  }

  BoolExpr isBelow(Num b) {
    return z3.context().mkBVSLT(bits, b.bits);
  }

  /** Whether it is n times the unit for a whole n; the unit is a power of two. */
  BoolExpr isMultipleOf(Num unit) {
    BitVecExpr below = z3.context().mkBVSub(unit.bits, z3.num(1).bits);
    return z3.context().mkEq(z3.context().mkBVAND(bits, below), z3.num(0).bits);
  }

  /** The same by division, which Z3 decides only where it knows the unit. */
  BoolExpr hasNoRemainder(Num unit) {
    return z3.context().mkEq(z3.context().mkBVURem(bits, unit.bits), z3.num(0).bits);
  }
}
