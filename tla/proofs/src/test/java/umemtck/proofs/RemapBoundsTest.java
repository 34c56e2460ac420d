package umemtck.proofs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.z3.BoolExpr;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import umemtck.reference.kernel.RangeCheck;

/**
 * {@code devmap_umem_remap}: for every offset and length of 64 bits, every page size that is a
 * power of two, and every new cookie and existing mapping of whole pages.
 */
class RemapBoundsTest {
  @AutoClose private final Z3 z3 = Z3.start();
  private final AsComputed java = new AsComputed(z3);
  private final AsPromised contract = new AsPromised(z3);
  private final Naive naive = new Naive(z3);
  private final Word off = z3.word("off");
  private final Word len = z3.word("len");
  private final Word mapped = z3.word("mapped");
  private final Word size = z3.word("size");
  private final Word page = z3.word("page");
  private final Num at = z3.num("at");
  private final BoolExpr right = contract.isMappingWithin(off, len, mapped, size);
  private final BoolExpr checked = java.isMappingWithin(off, len, mapped, size);
  private final Word first = java.startOfPage(off, page);
  private final BoolExpr pages =
      z3.all(
          page.isPowerOfTwo(),
          contract.isWholePages(size, page),
          contract.isWholePages(mapped, page));

  /** REMAP.length-fixed: what the mapping shows afterwards is as long as before. */
  private final BoolExpr shown = contract.isIn(first.unsigned(), mapped.unsigned(), at);

  /** REMAP.in-bounds: the check in 64 bits is the clause's in integers. */
  @Test
  void theCheckIsTheClauses() {
    Theorem any = z3.given(pages, z3.not(mapped.is(0)));
    BoolExpr asked = z3.iff(java.isWithin(off, len, size), contract.isWithin(off, len, size));
    BoolExpr whole = z3.iff(java.isWithin(off, mapped, size), contract.isWithin(off, mapped, size));
    any.prove("REMAP.in-bounds: the check of what is asked for", asked);
    any.prove("REMAP.in-bounds: the check of the mapping", whole);
    // From both in one step Z3 would search anew for what it has just shown.
    z3.given(pages, asked, whole).prove("REMAP.in-bounds: the check", z3.iff(checked, right));
    any.find("accepted", z3.all(right, z3.not(off.is(0)), z3.not(len.is(mapped))));
    any.find("refused for the mapping alone", z3.all(naive.sum(off, len, size), z3.not(right)));
    BoolExpr sums = z3.all(naive.sum(off, len, size), naive.sum(off, mapped, size));
    any.refute("REMAP.in-bounds: the naive check", z3.iff(sums, right));
  }

  /** REMAP.in-bounds, REMAP.switch: every byte of the mapping is one of the new cookie's. */
  @Test
  void everyByteIsTheNewCookies() {
    BoolExpr inside = contract.isByteOf(size, at);
    z3.given(pages, checked, shown).prove("REMAP.in-bounds: inside", inside);
    z3.given(pages, java.isWithin(off, len, size), shown)
        .refute("REMAP.in-bounds: as DEVMAP.in-bounds alone", inside);
    z3.given(pages, java.isWithin(off, len, size), mapped.atMost(size), shown)
        .refute("REMAP.in-bounds: a mapping that is no longer than the cookie", inside);
    z3.given(page.isPowerOfTwo(), checked, shown)
        .prove("REMAP.in-bounds: inside, whole pages or not", inside);
  }

  /**
   * REMAP.in-bounds: for an aligned offset it is one whether the mapping must fit from the offset
   * or from the start of its page; for others the clause is stricter, and the laxer way shows
   * nothing else either.
   */
  @Test
  void fromTheStartOfThePageIsLaxer() {
    BoolExpr lax = java.isWithin(first, mapped, size);
    BoolExpr strict = java.isWithin(off, mapped, size);
    z3.given(pages, contract.isWholePages(off, page))
        .prove("REMAP.in-bounds: aligned, it is one", z3.iff(lax, strict));
    z3.given(pages).prove("REMAP.in-bounds: is stricter", z3.implies(strict, lax));
    z3.given(pages).refute("REMAP.in-bounds: is one", z3.implies(lax, strict));
    z3.given(pages, lax, shown).prove("REMAP.in-bounds: laxer", contract.isByteOf(size, at));
  }

  /** REMAP.in-bounds: a mapping that is longer than the new cookie shows what is behind it. */
  @Test
  void theMappingDoesNotShrink() {
    Witness w =
        naive
            .wholePages(off, len, size)
            .refute(
                "the mapping is not looked at",
                z3.any(z3.not(java.isWithin(off, len, size)), right, z3.not(mappedIsWholePages())))
            .least(size, off, len, mapped);
    naive.show("REMAP.in-bounds", "DEVMAP.in-bounds alone", w);
    assertTrue(RangeCheck.isWithin(w.of(off), w.of(len), w.of(size)));
    assertFalse(RangeCheck.isMappingWithin(w.of(off), w.of(len), w.of(mapped), w.of(size)));
    assertTrue(naive.isWithin(w, off, len, size));
    assertFalse(naive.isWithin(w, off, mapped, size));
  }

  /** REMAP.in-bounds: two sums wrap as well as one. */
  @Test
  void theSumsOfWordsWrap() {
    BoolExpr sums = z3.all(naive.sum(off, len, size), naive.sum(off, mapped, size));
    z3.given(right).prove("the naive check lets pass what is right", sums);
    Witness w =
        naive
            .wholePages(off, len, size)
            .refute("the naive check", z3.any(z3.not(sums), right, z3.not(mappedIsWholePages())))
            .least(size, mapped, len, off);
    naive.show("REMAP.in-bounds", "off + len <= size && off + mapped <= size, unsigned,", w);
    assertTrue(Long.compareUnsigned(w.of(off) + w.of(len), w.of(size)) <= 0);
    assertTrue(Long.compareUnsigned(w.of(off) + w.of(mapped), w.of(size)) <= 0);
    assertFalse(RangeCheck.isMappingWithin(w.of(off), w.of(len), w.of(mapped), w.of(size)));
    assertFalse(naive.isWithin(w, off, mapped, size));
  }

  private BoolExpr mappedIsWholePages() {
    return z3.all(mapped.unsigned().isMultipleOf(z3.num(4096)), z3.not(mapped.is(0)));
  }
}
