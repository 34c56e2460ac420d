package umemtck.proofs;

import com.microsoft.z3.BoolExpr;

/**
 * What the Java code computes, operation by operation. {@link TranscriptionTest} holds each against
 * the code itself.
 */
record AsComputed(Z3 z3) {
  /** {@code ModelConfig.roundUp}. */
  Word roundUp(Word size, Word page) {
    return size.plus(page.minus(1)).and(page.negated());
  }

  /** {@code ModelConfig.wraps}. */
  BoolExpr wraps(Word size, Word page) {
    return z3.all(z3.not(size.is(0)), roundUp(size, page).is(0));
  }

  /** {@code ModelConfig.pages}. */
  Word pages(Word size, Word page) {
    return roundUp(size, page).dividedBy(page);
  }

  /** {@code AllocKernel.roundsToNothing}. */
  BoolExpr roundsToNothing(Word size, Word page) {
    return z3.any(size.is(0), size.isAbove(page.negated()));
  }

  /** {@code AllocKernel.pagesFor}, with pages of {@code 1 << shift} bytes. */
  Word pagesFor(Word size, Word shift) {
    Word page = z3.word(1).shiftLeft(shift);
    BoolExpr full = size.and(page.minus(1)).is(0);
    return size.shiftRight(shift).plus(z3.either(full, z3.word(0), z3.word(1)));
  }

  /** {@code RoundUp} of {@code Rounding.tla}, with words of 64 bits. */
  Word roundUpOfTheSpecification(Word size, Word page) {
    Word sum = size.plus(page.minus(1));
    return sum.minus(sum.remainder(page));
  }

  /** {@code RangeCheck.isWithin}. */
  BoolExpr isWithin(Word off, Word len, Word size) {
    return z3.all(z3.not(off.isNegative()), len.atMost(size), off.atMost(size.minus(len)));
  }

  /** {@code RangeCheck.isMappingWithin}. */
  BoolExpr isMappingWithin(Word off, Word len, Word mapped, Word size) {
    return z3.all(isWithin(off, len, size), isWithin(off, mapped, size));
  }

  /** {@code RangeCheck.startOfPage}. */
  Word startOfPage(Word off, Word page) {
    return off.and(page.negated());
  }

  /** {@code RangeCheck.wholePages}. */
  Word wholePages(Word len, Word page) {
    return len.plus(page.minus(1)).and(page.negated());
  }
}
