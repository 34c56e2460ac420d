package umemtck.tla.host;

import java.math.BigInteger;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.IntervalValue;
import tlc2.value.impl.UserObj;
import tlc2.value.impl.UserValue;
import tlc2.value.impl.Value;

/**
 * Arithmetic of TLA+ on numbers of any size, so that the modules of the specification, {@code Word}
 * first of all, work on 64 bits as they stand. See {@link Numbers}.
 */
public final class BigNumbers {
  private static final String NATURALS = "Naturals";

  private BigNumbers() {}

  private static boolean small(Value a, Value b) {
    return a instanceof IntValue && b instanceof IntValue;
  }

  private static int val(Value v) {
    return ((IntValue) v).val;
  }

  private static Value bool(boolean b) {
    return b ? BoolValue.ValTrue : BoolValue.ValFalse;
  }

  private static int compare(Value a, Value b) {
    return small(a, b)
        ? Integer.compare(val(a), val(b))
        : Numbers.number(a).compareTo(Numbers.number(b));
  }

  /** Sum. */
  @TLAPlusOperator(identifier = "+", module = NATURALS, warn = false)
  public static Value plus(Value a, Value b) {
    return small(a, b)
        ? Numbers.value((long) val(a) + val(b))
        : Numbers.value(Numbers.number(a).add(Numbers.number(b)));
  }

  /** Difference. */
  @TLAPlusOperator(identifier = "-", module = NATURALS, warn = false)
  public static Value minus(Value a, Value b) {
    return small(a, b)
        ? Numbers.value((long) val(a) - val(b))
        : Numbers.value(Numbers.number(a).subtract(Numbers.number(b)));
  }

  /** Negative. */
  @TLAPlusOperator(identifier = "-.", module = "Integers", warn = false)
  public static Value neg(Value a) {
    return minus(IntValue.gen(0), a);
  }

  /** Product. */
  @TLAPlusOperator(identifier = "*", module = NATURALS, warn = false)
  public static Value times(Value a, Value b) {
    return small(a, b)
        ? Numbers.value((long) val(a) * val(b))
        : Numbers.value(Numbers.number(a).multiply(Numbers.number(b)));
  }

  /** Power. */
  @TLAPlusOperator(identifier = "^", module = NATURALS, warn = false)
  public static Value power(Value a, Value b) {
    return Numbers.value(Numbers.number(a).pow(val(b)));
  }

  /** Quotient, rounded down. */
  @TLAPlusOperator(identifier = "\\div", module = NATURALS, warn = false)
  public static Value div(Value a, Value b) {
    if (small(a, b)) {
      return IntValue.gen(Math.floorDiv(val(a), val(b)));
    }
    BigInteger[] parts = Numbers.number(a).divideAndRemainder(Numbers.number(b));
    return Numbers.value(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  /** Remainder, never negative. */
  @TLAPlusOperator(identifier = "%", module = NATURALS, warn = false)
  public static Value mod(Value a, Value b) {
    return small(a, b)
        ? IntValue.gen(Math.floorMod(val(a), val(b)))
        : Numbers.value(Numbers.number(a).mod(Numbers.number(b)));
  }

  /** Less. */
  @TLAPlusOperator(identifier = "<", module = NATURALS, warn = false)
  public static Value less(Value a, Value b) {
    return bool(compare(a, b) < 0);
  }

  /** More. */
  @TLAPlusOperator(identifier = ">", module = NATURALS, warn = false)
  public static Value more(Value a, Value b) {
    return bool(compare(a, b) > 0);
  }

  /** At most. */
  @TLAPlusOperator(identifier = "\\leq", module = NATURALS, warn = false)
  public static Value atMost(Value a, Value b) {
    return bool(compare(a, b) <= 0);
  }

  /** At least. */
  @TLAPlusOperator(identifier = "\\geq", module = NATURALS, warn = false)
  public static Value atLeast(Value a, Value b) {
    return bool(compare(a, b) >= 0);
  }

  /** An interval. One that TLC cannot count through can only be asked for its members. */
  @TLAPlusOperator(identifier = "..", module = NATURALS, warn = false)
  public static Value interval(Value a, Value b) {
    return small(a, b)
        ? new IntervalValue(val(a), val(b))
        : new UserValue(new Interval(Numbers.number(a), Numbers.number(b)));
  }

  /** The natural numbers. */
  @TLAPlusOperator(identifier = "Nat", module = NATURALS, warn = false)
  public static Value nat() {
    return new UserValue(new Interval(BigInteger.ZERO, null));
  }

  /** All numbers from one on, to another or without end. */
  private static final class Interval extends UserObj {
    private final BigInteger from;
    private final BigInteger to;

    Interval(BigInteger from, BigInteger to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public int compareTo(Value other) {
      throw new UnsupportedOperationException("a set of very many numbers is not compared");
    }

    @Override
    public boolean member(Value v) {
      return Numbers.isNumber(v)
          && Numbers.number(v).compareTo(from) >= 0
          && (to == null || Numbers.number(v).compareTo(to) <= 0);
    }

    @Override
    public boolean isFinite() {
      return to != null;
    }

    @Override
    public StringBuffer toString(StringBuffer into, int offset, boolean swallow) {
      return into.append(from).append("..").append(to == null ? "" : to);
    }
  }
}
