package umemtck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import umemtck.reference.kernel.RangeCheck;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.Profile;
import umemtck.spec.subject.Declaration;

/**
 * Z3 proves what {@link AsComputed} and {@link AsPromised} say. This says that they say what the
 * Java code computes, and what integers are: at every edge of the words, in all combinations.
 */
class TranscriptionTest {
  private static final long PAGE = 4096;

  /** Where words wrap, change sign, or are whole pages; with the words beside. */
  private static final long[] EDGES =
      LongStream.of(0, PAGE, 4 * PAGE, 0xffff_ffffL, Long.MAX_VALUE, -4 * PAGE, -PAGE)
          .flatMap(at -> LongStream.rangeClosed(at - 1, at + 1))
          .distinct()
          .toArray();

  /** The same without the words beside, for four words at a time. */
  private static final long[] CORNERS = {
    0, 1, PAGE, 4 * PAGE, Long.MAX_VALUE, Long.MIN_VALUE, -PAGE, -1
  };

  @AutoClose private final Z3 z3 = Z3.start();
  private final AsComputed java = new AsComputed(z3);
  private final AsPromised contract = new AsPromised(z3);

  @Test
  void theModelsRounding() {
    for (int k = 0; k < Long.SIZE; k++) {
      Word page = z3.word(1L << k);
      ModelConfig model = ModelConfig.of(Declaration.ofPageSize(1L << k), Profile.DOCUMENTED);
      for (long s : EDGES) {
        Word size = z3.word(s);
        String what = s + " in pages of 2^" + k;
        assertEquals(model.roundUp(s), z3.value(java.roundUp(size, page)), what);
        assertEquals(model.wraps(s), z3.holds(java.wraps(size, page)), what);
        assertEquals(model.pages(s), z3.value(java.pages(size, page)), what);
      }
    }
  }

  @Test
  void theKernelsRounding() {
    for (int k = 4; k <= 16; k++) {
      try (KernelRounding kernel = new KernelRounding(1 << k)) {
        for (long s : EDGES) {
          Word size = z3.word(s);
          String what = s + " in pages of 2^" + k;
          assertEquals(
              kernel.roundsToNothing(s),
              z3.holds(java.roundsToNothing(size, z3.word(1L << k))),
              what);
          assertEquals(kernel.pagesFor(s), z3.value(java.pagesFor(size, z3.word(k))), what);
        }
      }
    }
  }

  @Test
  void theKernelsBounds() {
    for (long off : EDGES) {
      for (long len : EDGES) {
        for (long size : EDGES) {
          assertEquals(
              RangeCheck.isWithin(off, len, size),
              z3.holds(java.isWithin(z3.word(off), z3.word(len), z3.word(size))),
              () -> off + " and " + len + " in " + size);
        }
      }
    }
  }

  @Test
  void theKernelsBoundsOfMappings() {
    for (long off : CORNERS) {
      for (long len : CORNERS) {
        for (long mapped : CORNERS) {
          for (long size : CORNERS) {
            assertEquals(
                RangeCheck.isMappingWithin(off, len, mapped, size),
                z3.holds(
                    java.isMappingWithin(
                        z3.word(off), z3.word(len), z3.word(mapped), z3.word(size))),
                () -> off + " and " + len + ", mapped " + mapped + ", in " + size);
          }
        }
      }
    }
  }

  @Test
  void theKernelsRoundingOfExports() {
    for (int k = 0; k < Long.SIZE; k++) {
      Word page = z3.word(1L << k);
      for (long at : EDGES) {
        String what = at + " in pages of 2^" + k;
        assertEquals(
            RangeCheck.startOfPage(at, 1L << k),
            z3.value(java.startOfPage(z3.word(at), page)),
            what);
        assertEquals(
            RangeCheck.wholePages(at, 1L << k), z3.value(java.wholePages(z3.word(at), page)), what);
      }
    }
  }

  /** IOSETUP.in-bounds, DEVMAP.in-bounds: the sum, in integers that never wrap. */
  @Test
  void theClauseIsAboutIntegers() {
    for (long off : EDGES) {
      for (long len : EDGES) {
        for (long size : EDGES) {
          BigInteger end = BigInteger.valueOf(off).add(unsigned(len));
          assertEquals(
              off >= 0 && end.compareTo(unsigned(size)) <= 0,
              z3.holds(contract.isWithin(z3.word(off), z3.word(len), z3.word(size))),
              () -> off + " and " + len + " in " + size);
        }
      }
    }
  }

  /** ALLOC.round-up: what it rounds to, in integers that never wrap. */
  @Test
  void theRoundingIsOfIntegers() {
    for (int k = 0; k < Long.SIZE; k++) {
      Word page = z3.word(1L << k);
      BigInteger unit = BigInteger.ONE.shiftLeft(k);
      for (long s : EDGES) {
        BigInteger units = unsigned(s).add(unit).subtract(BigInteger.ONE).divide(unit);
        Num rounded = z3.num(units.multiply(unit));
        assertEquals(
            true,
            z3.holds(contract.isRoundUp(rounded, z3.word(s), page)),
            s + " in pages of 2^" + k);
      }
    }
  }

  private static BigInteger unsigned(long word) {
    return new BigInteger(Long.toUnsignedString(word));
  }
}
