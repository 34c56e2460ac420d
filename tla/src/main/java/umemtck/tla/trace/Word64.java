package umemtck.tla.trace;

import java.math.BigInteger;

/** Words of 64 bits as numbers. */
final class Word64 {
  /** The largest {@code size_t}. */
  static final BigInteger MAX = of(-1L);

  private Word64() {}

  /** An unsigned one. */
  static BigInteger of(long bits) {
    BigInteger low = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? low.setBit(Long.SIZE - 1) : low;
  }
}
