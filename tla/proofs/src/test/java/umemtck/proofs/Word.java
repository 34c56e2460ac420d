package umemtck.proofs;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;

/** A word of 64 bits and what Java does with it: every operation is the one on {@code long}. */
record Word(Z3 z3, BitVecExpr bits) {
  /** {@code a + b}, which wraps. */
  Word plus(Word b) {
    return with(z3.context().mkBVAdd(bits, b.bits));
  }

  Word plus(long b) {
    return plus(z3.word(b));
  }

  /** {@code a - b}, which wraps. */
  Word minus(Word b) {
    return with(z3.context().mkBVSub(bits, b.bits));
  }

  Word minus(long b) {
    return minus(z3.word(b));
  }

  /** {@code a * b}, which wraps. */
  Word times(Word b) {
    return with(z3.context().mkBVMul(bits, b.bits));
  }

  /** {@code -a}. */
  Word negated() {
    return with(z3.context().mkBVNeg(bits));
  }

  /** {@code a & b}. */
  Word and(Word b) {
    return with(z3.context().mkBVAND(bits, b.bits));
  }

  /** {@code a << b}, for b below 64. */
  Word shiftLeft(Word b) {
    return with(z3.context().mkBVSHL(bits, b.bits));
  }

  /** {@code a >>> b}, for b below 64. */
  Word shiftRight(Word b) {
    return with(z3.context().mkBVLSHR(bits, b.bits));
  }

  /** {@code Long.divideUnsigned(a, b)}, for b that is not 0. */
  Word dividedBy(Word b) {
    return with(z3.context().mkBVUDiv(bits, b.bits));
  }

  /** {@code Long.remainderUnsigned(a, b)}, for b that is not 0. */
  Word remainder(Word b) {
    return with(z3.context().mkBVURem(bits, b.bits));
  }

  /** {@code a == b}. */
  BoolExpr is(Word b) {
    return z3.context().mkEq(bits, b.bits);
  }

  BoolExpr is(long b) {
    return is(z3.word(b));
  }

  /** {@code a < 0}. */
  BoolExpr isNegative() {
    return z3.context().mkBVSLT(bits, z3.word(0).bits);
  }

  /** {@code a <= b}: Java's own comparison, which takes words for signed. */
  BoolExpr atMostSigned(Word b) {
    return z3.context().mkBVSLE(bits, b.bits);
  }

  /** {@code Long.compareUnsigned(a, b) <= 0}. */
  BoolExpr atMost(Word b) {
    return z3.context().mkBVULE(bits, b.bits);
  }

  /** {@code Long.compareUnsigned(a, b) > 0}. */
  BoolExpr isAbove(Word b) {
    return z3.context().mkBVUGT(bits, b.bits);
  }

  /** {@code Long.bitCount(a) == 1}: what Java holds a page size to. */
  BoolExpr isPowerOfTwo() {
    return z3.all(z3.not(is(0)), and(minus(1)).is(0));
  }

  /** The number that it is as a {@code size_t}. */
  Num unsigned() {
    return new Num(z3, z3.context().mkZeroExt(Num.BITS - Long.SIZE, bits));
  }

  /** The number that it is as an {@code off_t}. */
  Num signed() {
    return new Num(z3, z3.context().mkSignExt(Num.BITS - Long.SIZE, bits));
  }

  private Word with(BitVecExpr other) {
    return new Word(z3, other);
  }
}
