package umemtck.proofs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.z3.BoolExpr;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import umemtck.reference.kernel.RangeCheck;

/**
 * {@code devmap_umem_setup}: for every offset and length of 64 bits, every page size that is a
 * power of two, and every cookie of whole pages.
 */
class DevmapBoundsTest {
  @AutoClose private final Z3 z3 = Z3.start();
  private final AsComputed java = new AsComputed(z3);
  private final AsPromised contract = new AsPromised(z3);
  private final Naive naive = new Naive(z3);
  private final Word koff = z3.word("koff");
  private final Word len = z3.word("len");
  private final Word size = z3.word("size");
  private final Word page = z3.word("page");
  private final Num at = z3.num("at");
  private final BoolExpr right = contract.isWithin(koff, len, size);
  private final BoolExpr checked = java.isWithin(koff, len, size);
  private final BoolExpr pages = z3.all(page.isPowerOfTwo(), contract.isWholePages(size, page));
  private final BoolExpr aligned =
      z3.all(contract.isWholePages(koff, page), contract.isWholePages(len, page));

  /** What is exported: the offset rounded down and the length up, each by itself (K-14). */
  private final BoolExpr exported =
      contract.isIn(
          java.startOfPage(koff, page).unsigned(), java.wholePages(len, page).unsigned(), at);

  /** DEVMAP.in-bounds: the check in 64 bits is the clause's in integers. */
  @Test
  void theCheckIsTheClauses() {
    Theorem any = z3.given(pages);
    any.prove("DEVMAP.in-bounds: the check", z3.iff(checked, right));
    any.find("accepted, not aligned", z3.all(right, z3.not(aligned)));
    any.find("refused, aligned", z3.all(z3.not(right), aligned, z3.not(koff.isNegative())));
    any.refute("DEVMAP.in-bounds: the naive check", z3.iff(naive.sum(koff, len, size), right));
  }

  /** DEVMAP.rounding-contained: each rounded by itself, no page lies outside. */
  @Test
  void roundedEachByItselfItStaysInside() {
    BoolExpr inside = contract.isByteOf(size, at);
    z3.given(pages, checked, exported).prove("DEVMAP.rounding-contained: each", inside);
    z3.given(pages, checked)
        .prove(
            "DEVMAP.rounding-contained: the length is rounded up and does not wrap",
            contract.isRoundUp(java.wholePages(len, page).unsigned(), len, page));
    z3.given(pages, naive.sum(koff, len, size), exported)
        .refute("DEVMAP.rounding-contained: naive", inside);
    z3.given(page.isPowerOfTwo(), checked, exported)
        .refute("DEVMAP.rounding-contained: for a size that is not whole pages", inside);
  }

  /** DEVMAP.rounding-contained: with every page that holds a byte of the range, too. */
  @Test
  void roundedTogetherItStaysInside() {
    Num first = java.startOfPage(koff, page).unsigned();
    Num end = java.wholePages(koff.plus(len), page).unsigned();
    BoolExpr shown = z3.all(first.atMost(at), at.isBelow(end));
    z3.given(pages, checked, shown)
        .prove("DEVMAP.rounding-contained: together", contract.isByteOf(size, at));
    z3.given(pages, len.atMost(size), shown)
        .refute("DEVMAP.rounding-contained: len alone decides", contract.isByteOf(size, at));
  }

  /**
   * DEVMAP.success, DEVMAP.page-aligned: aligned, exactly the range is exported. Not aligned, less
   * may be than was asked for: that is why aligning is the caller's duty.
   */
  @Test
  void alignedItIsTheRange() {
    BoolExpr asked = contract.isIn(koff.signed(), len.unsigned(), at);
    z3.given(pages, checked, aligned)
        .prove("DEVMAP.success: the range", z3.iff(exported, asked))
        .find("a range that is not empty", asked);
    Witness w =
        z3.given(pages, checked, page.is(4096), asked)
            .refute("DEVMAP.page-aligned: is idle", exported)
            .least(size, len, koff);
    System.out.printf("DEVMAP.page-aligned, not met, and a byte is not exported:%n%s", w);
    long first = RangeCheck.startOfPage(w.of(koff), 4096);
    long shown = RangeCheck.wholePages(w.of(len), 4096);
    assertTrue(RangeCheck.isWithin(w.of(koff), w.of(len), w.of(size)));
    assertTrue(first + shown < w.of(koff) + w.of(len));
  }

  /** DEVMAP.in-bounds: asked after the rounding, it shows nothing else, but lets too much pass. */
  @Test
  void roundingComesAfterTheCheck() {
    BoolExpr late = java.isWithin(java.startOfPage(koff, page), java.wholePages(len, page), size);
    z3.given(pages, late, exported)
        .prove("DEVMAP.rounding-contained: checked late", contract.isByteOf(size, at));
    z3.given(pages, aligned).prove("DEVMAP.in-bounds: late, but aligned", z3.iff(late, right));
    z3.given(pages).prove("DEVMAP.in-bounds: late, what is right passes", z3.implies(right, late));
    Witness w =
        z3.given(pages, page.is(4096), contract.isWholePages(koff, page))
            .refute("DEVMAP.in-bounds: late, what is wrong does not", z3.implies(late, right))
            .least(size, koff, len);
    naive.show("DEVMAP.in-bounds", "the right check after rounding", w);
    assertTrue(RangeCheck.isWithin(w.of(koff), RangeCheck.wholePages(w.of(len), 4096), w.of(size)));
    assertFalse(naive.isWithin(w, koff, len, size));
  }

  /** DEVMAP.in-bounds: {@code koff + len <= size} wraps at either end of the offsets. */
  @Test
  void theSumOfWordsWraps() {
    z3.given(right).prove("the naive check lets pass what is right", naive.sum(koff, len, size));
    wraps("koff + len <= size, unsigned,", koff.isNegative(), size, len, koff);
    wraps("0 <= koff && koff + len <= size, unsigned,", z3.not(koff.isNegative()), size, koff, len);
  }

  private void wraps(String check, BoolExpr where, Word... order) {
    Theorem cookie = naive.wholePages(koff, len, size);
    Witness w =
        cookie
            .refute(check, z3.implies(z3.all(where, naive.sum(koff, len, size)), right))
            .least(order);
    naive.show("DEVMAP.in-bounds", check, w);
    assertTrue(Long.compareUnsigned(w.of(koff) + w.of(len), w.of(size)) <= 0);
    assertFalse(RangeCheck.isWithin(w.of(koff), w.of(len), w.of(size)));
    assertFalse(naive.isWithin(w, koff, len, size));
  }
}
