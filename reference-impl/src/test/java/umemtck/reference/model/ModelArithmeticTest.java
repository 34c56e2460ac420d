package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.spec.Profile;
import umemtck.spec.subject.Declaration;

/** The word arithmetic against numbers that never wrap (ALLOC.round-up, ALLOC.near-max-wrap). */
class ModelArithmeticTest {

  private static ModelConfig config(long sizeMax, long page) {
    return new ModelConfig(sizeMax, Profile.DOCUMENTED, Declaration.ofPageSize(page));
  }

  private static BigInteger unsigned(long n) {
    return new BigInteger(Long.toUnsignedString(n));
  }

  private static void agrees(ModelConfig c, long size) {
    BigInteger page = unsigned(c.pageSize());
    BigInteger pages = unsigned(size).add(page).subtract(BigInteger.ONE).divide(page);
    BigInteger rounded = pages.multiply(page);
    boolean wraps = rounded.compareTo(unsigned(c.sizeMax())) > 0;
    String what = Long.toUnsignedString(size) + " in pages of " + page;
    assertEquals(wraps, c.wraps(size), what);
    assertEquals(wraps ? BigInteger.ZERO : rounded, unsigned(c.roundUp(size)), what);
    if (!wraps) {
      assertEquals(pages, unsigned(c.pages(size)), what);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4, 8, 16})
  void everySizeOfASmallWord(long page) {
    for (long sizeMax : new long[] {15, 31, 63}) {
      for (long size = 0; size <= sizeMax; size++) {
        agrees(config(sizeMax, page), size);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 16, 4096, 65536, 1L << 32, 1L << 62, Long.MIN_VALUE})
  void theEdgesOf64Bits(long page) {
    LongStream.of(0, page, 2 * page, 1L << 31, 1L << 32, 1L << 63, -page, -2 * page)
        .flatMap(edge -> LongStream.rangeClosed(-2, 2).map(d -> edge + d))
        .forEach(size -> agrees(config(-1L, page), size));
  }

  @Test
  void constantsThatArithmeticCannotRelyOn() {
    assertThrows(IllegalArgumentException.class, () -> config(14, 4));
    assertThrows(IllegalArgumentException.class, () -> config(15, 3));
    assertThrows(IllegalArgumentException.class, () -> config(15, 0));
  }
}
