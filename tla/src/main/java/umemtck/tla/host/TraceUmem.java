package umemtck.tla.host;

import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** The operators of TraceUmem.tla that are Java's. */
public final class TraceUmem {
  private static final String MODULE = "TraceUmem";

  private TraceUmem() {}

  /** A constant. */
  @TLAPlusOperator(identifier = "Given", module = MODULE, warn = false)
  public static Value given(Value name) {
    return TraceWords.constant(name);
  }

  /** Memory of which nothing is known. */
  @TLAPlusOperator(identifier = "NOTHING", module = MODULE, warn = false)
  public static Value nothing() {
    return new TupleValue(new Value[0]);
  }

  /** What a comparison of a range with one value finds. */
  @TLAPlusOperator(identifier = "Shows", module = MODULE, warn = false)
  public static Value shows(
      Value bytes, Value address, Value length, Value value, Value difference, Value found) {
    int wanted = ((IntValue) value).val;
    int seen = ((IntValue) found).val;
    return TraceWords.shows(bytes, address, length, wanted, difference, seen)
        ? BoolValue.ValTrue
        : BoolValue.ValFalse;
  }
}
