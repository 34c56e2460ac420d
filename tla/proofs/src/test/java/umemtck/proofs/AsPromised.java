package umemtck.proofs;

import com.microsoft.z3.BoolExpr;

/** What the clauses say, in mathematical integers: a size is not negative, an offset may be. */
record AsPromised(Z3 z3) {
  /** ALLOC.round-up: the least number of whole pages that holds the size. */
  BoolExpr isRoundUp(Num rounded, Word size, Word page) {
    return z3.all(
        rounded.isMultipleOf(page.unsigned()),
        size.unsigned().atMost(rounded),
        rounded.isBelow(size.unsigned().plus(page.unsigned())));
  }

  /** IOSETUP.in-bounds, DEVMAP.in-bounds: off >= 0 and off+len <= size. */
  BoolExpr isWithin(Word off, Word len, Word size) {
    return z3.all(
        z3.num(0).atMost(off.signed()), off.signed().plus(len.unsigned()).atMost(size.unsigned()));
  }

  /** REMAP.in-bounds: also, the whole existing mapping fits from the new offset. */
  BoolExpr isMappingWithin(Word off, Word len, Word mapped, Word size) {
    return z3.all(isWithin(off, len, size), isWithin(off, mapped, size));
  }

  /** Whether an integer is the number of a byte of a cookie of this size. */
  BoolExpr isByteOf(Word size, Num at) {
    return z3.all(z3.num(0).atMost(at), at.isBelow(size.unsigned()));
  }

  /** Whether an integer is one of a length of integers, from the first on. */
  BoolExpr isIn(Num first, Num length, Num at) {
    return z3.all(first.atMost(at), at.isBelow(first.plus(length)));
  }

  /** COOKIE sizes, and the lengths of mappings, are whole pages. */
  BoolExpr isWholePages(Word size, Word page) {
    return size.unsigned().isMultipleOf(page.unsigned());
  }
}
