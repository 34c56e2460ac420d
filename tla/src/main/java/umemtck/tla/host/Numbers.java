package umemtck.tla.host;

import java.math.BigInteger;
import tlc2.value.IValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.Value;

/**
 * Numbers of any size as values of TLC, whose own have 32 bits: what does not fit is a model value,
 * named by its decimal digits. Of each number there is one value only.
 */
final class Numbers {
  private Numbers() {}

  static Value value(long n) {
    return n == (int) n ? IntValue.gen((int) n) : ModelValue.make(Long.toString(n));
  }

  static Value value(BigInteger n) {
    return n.bitLength() < Integer.SIZE
        ? IntValue.gen(n.intValue())
        : ModelValue.make(n.toString());
  }

  /** The value of decimal digits. */
  static Value value(String digits) {
    return value(new BigInteger(digits));
  }

  static boolean isNumber(IValue v) {
    return v instanceof IntValue || (v instanceof ModelValue m && isDigits(m));
  }

  private static boolean isDigits(ModelValue m) {
    return m.val.toString().matches("-?[0-9]+");
  }

  static BigInteger number(IValue v) {
    if (v instanceof IntValue i) {
      return BigInteger.valueOf(i.val);
    }
    ModelValue m = (ModelValue) v;
    if (m.getData() == null) {
      m.setData(new BigInteger(m.val.toString()));
    }
    return (BigInteger) m.getData();
  }
}
