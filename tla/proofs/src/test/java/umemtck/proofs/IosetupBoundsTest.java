package umemtck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.z3.BoolExpr;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import umemtck.reference.kernel.RangeCheck;

/** {@code ddi_umem_iosetup}: for every offset, length and size of 64 bits. */
class IosetupBoundsTest {
  @AutoClose private final Z3 z3 = Z3.start();
  private final AsComputed java = new AsComputed(z3);
  private final AsPromised contract = new AsPromised(z3);
  private final Naive naive = new Naive(z3);
  private final Word off = z3.word("off");
  private final Word len = z3.word("len");
  private final Word size = z3.word("size");
  private final BoolExpr right = contract.isWithin(off, len, size);

  /** IOSETUP.in-bounds: the check in 64 bits is the clause's in integers; it wraps nowhere. */
  @Test
  void theCheckIsTheClauses() {
    Theorem all = z3.given();
    all.prove("IOSETUP.in-bounds: the check", z3.iff(java.isWithin(off, len, size), right));
    all.find("what is accepted", z3.all(right, z3.not(len.is(0)), z3.not(off.is(0))));
    all.find("what is refused", z3.not(right));
    all.refute(
        "IOSETUP.in-bounds: < for <=",
        z3.iff(z3.all(java.isWithin(off, len, size), z3.not(off.is(size.minus(len)))), right));
  }

  /** IOSETUP.negative-offset, IOSETUP.len-over-size: both follow from IOSETUP.in-bounds. */
  @Test
  void theOtherTwoClausesFollow() {
    Theorem accepted = z3.given(right);
    accepted.prove("IOSETUP.negative-offset: refused", z3.not(off.isNegative()));
    accepted.prove("IOSETUP.len-over-size: refused", len.atMost(size));
    accepted.refute("IOSETUP.in-bounds: off is below size", size.isAbove(off));
    // Neither clause says what the other says, nor both together what IOSETUP.in-bounds says.
    z3.given().find("off", z3.all(off.isNegative(), len.atMost(size)));
    z3.given().find("len", z3.all(z3.not(off.isNegative()), len.isAbove(size)));
    z3.given(z3.not(off.isNegative()), len.atMost(size))
        .refute("IOSETUP.in-bounds: follows from the other two", right);
  }

  /** IOSETUP.in-bounds, IOSETUP.success: every byte of the range is one of the cookie's. */
  @Test
  void everyByteIsTheCookies() {
    Num at = z3.num("at");
    BoolExpr touched = contract.isIn(off.signed(), len.unsigned(), at);
    z3.given(java.isWithin(off, len, size), touched)
        .prove("IOSETUP.success: inside", contract.isByteOf(size, at));
    z3.given(len.atMost(size), touched)
        .refute("IOSETUP.success: len alone decides", contract.isByteOf(size, at));
    z3.given(z3.not(off.isNegative()), off.atMost(size), touched)
        .refute("IOSETUP.success: off alone decides", contract.isByteOf(size, at));
  }

  /**
   * IOSETUP.address: start + off is computed without a wrap, wherever the memory of the cookie
   * lies; it may end at the last address. The one exception is an empty buf at the end of such
   * memory: its address is 0, and nothing is touched there (IOSETUP.len-zero).
   */
  @Test
  void theAddressDoesNotWrap() {
    Word start = z3.word("start");
    BoolExpr address = start.plus(off).unsigned().is(start.unsigned().plus(off.unsigned()));
    Num limit = z3.word(-1).unsigned().plus(z3.num(1));
    Theorem memory = z3.given(size.unsigned().plus(start.unsigned()).atMost(limit));
    BoolExpr checked = java.isWithin(off, len, size);
    memory.prove(
        "IOSETUP.address: the sum", z3.implies(z3.all(checked, z3.not(len.is(0))), address));
    memory.find("memory up to the last address", z3.all(checked, start.plus(size).is(0)));
    memory.refute("IOSETUP.address: unchecked", z3.implies(naive.sum(off, len, size), address));
    Witness w = memory.refute("IOSETUP.len-zero", z3.implies(checked, address));
    assertEquals(w.of(size), w.of(off));
    assertEquals(0, w.of(len));
  }

  /** IOSETUP.in-bounds: {@code off + len <= size}, as C has it, errs, and only by letting pass. */
  @Test
  void theSumOfWordsWraps() {
    z3.given(right).prove("the naive check lets pass what is right", naive.sum(off, len, size));
    Witness w =
        naive
            .wholePages(off, len, size)
            .refute("the naive check", z3.implies(naive.sum(off, len, size), right))
            .least(size, len, off);
    naive.show("IOSETUP.in-bounds", "off + len <= size, unsigned,", w);
    assertTrue(Long.compareUnsigned(w.of(off) + w.of(len), w.of(size)) <= 0);
    assertFalse(RangeCheck.isWithin(w.of(off), w.of(len), w.of(size)));
    assertFalse(naive.isWithin(w, off, len, size));
  }

  /** IOSETUP.in-bounds: with {@code <=} on Java's {@code long} it also lets long lengths pass. */
  @Test
  void theSumIsSignedInJava() {
    Witness w =
        naive
            .wholePages(off, len, size)
            .refute(
                "the naive check in Java",
                z3.implies(
                    z3.all(z3.not(off.isNegative()), naive.signedSum(off, len, size)), right))
            .least(size, off, len);
    naive.show("IOSETUP.in-bounds", "0 <= off && off + len <= size, on long,", w);
    assertTrue(w.of(off) >= 0 && w.of(off) + w.of(len) <= w.of(size));
    assertFalse(RangeCheck.isWithin(w.of(off), w.of(len), w.of(size)));
    assertFalse(naive.isWithin(w, off, len, size));
  }

  /** IOSETUP.negative-offset: to look at len first does not help. */
  @Test
  void lenFirstDoesNotHelp() {
    Witness w =
        naive
            .wholePages(off, len, size)
            .refute(
                "len first", z3.implies(z3.all(len.atMost(size), naive.sum(off, len, size)), right))
            .least(size, len, off);
    naive.show("IOSETUP.negative-offset", "len <= size && off + len <= size, unsigned,", w);
    assertTrue(Long.compareUnsigned(w.of(len), w.of(size)) <= 0);
    assertTrue(Long.compareUnsigned(w.of(off) + w.of(len), w.of(size)) <= 0);
    assertFalse(naive.isWithin(w, off, len, size));
  }
}
