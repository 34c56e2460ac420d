package umemtck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * From bytes to pages: for every size of 64 bits, and every page size that is a power of two, from
 * 1 to 2^63.
 */
class RoundingTest {
  @AutoClose private final Z3 z3 = Z3.start();
  private final AsComputed java = new AsComputed(z3);
  private final AsPromised contract = new AsPromised(z3);
  private final Word size = z3.word("size");
  private final Word page = z3.word("page");
  private final Num rounded = z3.num("rounded");

  /** Every size, every page size, and what the contract says that it rounds to. */
  private final Theorem always =
      z3.given(page.isPowerOfTwo(), contract.isRoundUp(rounded, size, page));

  private final Theorem ifItFits =
      z3.given(
          page.isPowerOfTwo(),
          contract.isRoundUp(rounded, size, page),
          rounded.atMost(z3.word(-1).unsigned()));

  /** ALLOC.round-up: a size has one rounding only, so the sentence says all. */
  @Test
  void thereIsOneRounding() {
    Num other = z3.num("other");
    z3.given(
            page.isPowerOfTwo(),
            contract.isRoundUp(rounded, size, page),
            contract.isRoundUp(other, size, page))
        .prove("ALLOC.round-up: there is one rounding", other.is(rounded));
  }

  /**
   * ALLOC.round-up: the model's formula is the contract's wherever there is a {@code size_t} of it.
   */
  @Test
  void theModelRoundsUp() {
    ifItFits.prove(
        "ALLOC.round-up: the model rounds up", java.roundUp(size, page).unsigned().is(rounded));
    Word down = size.and(page.negated());
    ifItFits.refute("ALLOC.round-up: rounding down will do", down.unsigned().is(rounded));
    Word always1More = size.plus(page).and(page.negated());
    ifItFits.refute("ALLOC.round-up: a page more will do", always1More.unsigned().is(rounded));
    Word in32Bits = java.roundUp(size, page).and(z3.word(0xffff_ffffL));
    ifItFits.refute("ALLOC.round-up: 32 bits will do", in32Bits.unsigned().is(rounded));
  }

  /**
   * ALLOC.near-max-wrap: the model says that a size wraps if and only if what it rounds to exceeds
   * the largest {@code size_t}; and these are the sizes above 2^64 less one page.
   */
  @Test
  void theModelWrapsNearTheMaximum() {
    var exceeds = z3.not(rounded.atMost(z3.word(-1).unsigned()));
    always
        .prove(
            "ALLOC.near-max-wrap: the model sees the wrap", z3.iff(java.wraps(size, page), exceeds))
        .prove(
            "ALLOC.near-max-wrap: above 2^64 less a page",
            z3.iff(size.isAbove(page.negated()), exceeds));
    always.find("a size that wraps", java.wraps(size, page));
    always.find("a size that does not", z3.not(java.wraps(size, page)));
    always.refute("ALLOC.near-max-wrap: never", z3.not(java.wraps(size, page)));
    Witness edge =
        z3.given(page.is(4096), contract.isRoundUp(rounded, size, page))
            .refute(
                "ALLOC.near-max-wrap: a byte early", z3.iff(page.negated().atMost(size), exceeds));
    System.out.printf("ALLOC.near-max-wrap, asked as size >= 2^64 - page, refuses:%n%s", edge);
    assertEquals(-4096, edge.of(size));
  }

  /**
   * ALLOC.round-up, ALLOC.near-max-wrap: the kernel counts the pages of the contract's rounding.
   */
  @Test
  void theKernelCountsThePages() {
    Word shift = z3.word("shift");
    Theorem shifted =
        z3.given(
            shift.atMost(z3.word(63)),
            page.is(z3.word(1).shiftLeft(shift)),
            contract.isRoundUp(rounded, size, page));
    var nothing = java.roundsToNothing(size, page);
    var fits = rounded.atMost(z3.word(-1).unsigned());
    shifted.prove(
        "ALLOC.near-max-wrap: the kernel has nothing for 0 and for what wraps",
        z3.iff(nothing, z3.any(size.is(0), z3.not(fits))));
    Word bytes = java.pagesFor(size, shift).shiftLeft(shift);
    shifted.prove(
        "ALLOC.round-up: the kernel's pages are the bytes",
        z3.implies(z3.not(nothing), bytes.unsigned().is(rounded)));
    shifted.find("a last page that is not full", z3.not(bytes.is(size)));
    Word full = size.shiftRight(shift).shiftLeft(shift);
    shifted.refute(
        "ALLOC.round-up: full pages alone will do",
        z3.implies(z3.not(nothing), full.unsigned().is(rounded)));
  }

  /**
   * ALLOC.round-up: what Z3 cannot divide by in general it divides by one by one. For each page
   * size the specification's formula is the model's, the model's pages are the kernel's, and what
   * "whole pages" means above is what division says.
   */
  @Test
  void pageSizeByPageSize() {
    for (int k = 0; k < Long.SIZE; k++) {
      Word p = z3.word(1L << k);
      String pages = "with pages of 2^" + k + " bytes";
      Theorem all = z3.given();
      all.prove(
          "ALLOC.round-up: the specification rounds as the model does " + pages,
          java.roundUpOfTheSpecification(size, p).is(java.roundUp(size, p)));
      all.prove(
          "ALLOC.round-up: the model counts as the kernel does " + pages,
          z3.any(
              java.roundsToNothing(size, p),
              java.pages(size, p).is(java.pagesFor(size, z3.word(k)))));
      all.prove(
          "whole pages leave no remainder " + pages,
          z3.implies(
              z3.num(0).atMost(rounded),
              z3.iff(rounded.isMultipleOf(p.unsigned()), rounded.hasNoRemainder(p.unsigned()))));
      all.refute(
          "ALLOC.near-max-wrap: the model counts as the kernel does, wrapped or not " + pages,
          z3.all(
              z3.not(z3.word(k).is(0)), java.pages(size, p).is(java.pagesFor(size, z3.word(k)))));
    }
  }
}
