package umemtck.tla.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Value;

/** Numbers of any size are added, divided and compared as numbers. */
class BigNumbersTest {
  private static final int TRIES = 2_000;
  private final Random random = new Random(7);

  private BigInteger any() {
    BigInteger n = new BigInteger(1 + random.nextInt(70), random);
    return random.nextInt(4) == 0 ? n.negate() : n;
  }

  private void holds(BinaryOperator<Value> ours, BinaryOperator<BigInteger> theirs) {
    for (int i = 0; i < TRIES; i++) {
      BigInteger a = any();
      BigInteger b = any().abs().add(BigInteger.ONE);
      Value got = ours.apply(Numbers.value(a), Numbers.value(b));
      assertEquals(theirs.apply(a, b), Numbers.number(got), a + ", " + b);
      assertSame(Numbers.value(Numbers.number(got)).getClass(), got.getClass());
    }
  }

  @Test
  void arithmetic() {
    holds(BigNumbers::plus, BigInteger::add);
    holds(BigNumbers::minus, BigInteger::subtract);
    holds(BigNumbers::times, BigInteger::multiply);
    holds(BigNumbers::mod, BigInteger::mod);
    holds(BigNumbers::div, (a, b) -> a.subtract(a.mod(b)).divide(b));
  }

  @Test
  void order() {
    for (int i = 0; i < TRIES; i++) {
      BigInteger a = any();
      BigInteger b = random.nextInt(5) == 0 ? a : any();
      Value x = Numbers.value(a);
      Value y = Numbers.value(b);
      assertEquals(a.equals(b), x.equals(y));
      assertEquals(a.compareTo(b) < 0, BigNumbers.less(x, y) == BoolValue.ValTrue);
      assertEquals(a.compareTo(b) <= 0, BigNumbers.atMost(x, y) == BoolValue.ValTrue);
      assertEquals(a.compareTo(b) > 0, BigNumbers.more(x, y) == BoolValue.ValTrue);
      assertEquals(a.compareTo(b) >= 0, BigNumbers.atLeast(x, y) == BoolValue.ValTrue);
    }
  }
}
