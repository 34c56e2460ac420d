package umemtck.tla.host;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/**
 * The operators of the specification that speak of each byte of a range, where there are too many
 * to be counted: a range is its first byte and its length, and what memory holds is a list of runs,
 * in order, of a first byte, a length and a value. Where there is no run, it is {@code DIRT}.
 */
public final class TraceWords {
  private static final int DIRT = -1;
  private static Map<String, Value> given = Map.of();

  private TraceWords() {}

  /** One value over a range. */
  private record Run(BigInteger from, BigInteger to, int value) {
    Value tuple() {
      return tupleOf(Numbers.value(from), Numbers.value(to.subtract(from)), IntValue.gen(value));
    }

    static Run of(Value tuple) {
      Value[] parts = ((TupleValue) tuple).elems;
      BigInteger from = Numbers.number(parts[0]);
      int value = parts.length < 3 ? DIRT : ((IntValue) parts[2]).val;
      return new Run(from, from.add(Numbers.number(parts[1])), value);
    }

    boolean isEmpty() {
      return from.compareTo(to) >= 0;
    }

    Run within(BigInteger low, BigInteger high) {
      return new Run(from.max(low), to.min(high), value);
    }
  }

  private static Value tupleOf(Value... parts) {
    return new TupleValue(parts);
  }

  /** What the head of the trace says. */
  static void give(Map<String, Value> constants) {
    given = Map.copyOf(constants);
  }

  /** A constant, by its name. */
  static Value constant(Value name) {
    Value value = given.get(Values.text(name));
    if (value == null) {
      throw new IllegalStateException("the head of a trace does not say " + Values.text(name));
    }
    return value;
  }

  /** The words from a on, as many as length. */
  @TLAPlusOperator(identifier = "Range", module = "Word", warn = false)
  public static Value range(Value a, Value length) {
    return tupleOf(a, length);
  }

  /** Whether two ranges share no word. */
  @TLAPlusOperator(identifier = "Apart", module = "Word", warn = false)
  public static Value apart(Value some, Value others) {
    Run a = Run.of(some);
    Run b = Run.of(others);
    return a.within(b.from(), b.to()).isEmpty() ? BoolValue.ValTrue : BoolValue.ValFalse;
  }

  /** What each word holds, once a value was stored over some of them. */
  @TLAPlusOperator(identifier = "Storing", module = "Word", warn = false)
  public static Value storing(Value old, Value words, Value value) {
    Run range = Run.of(words);
    Run stored = new Run(range.from(), range.to(), ((IntValue) value).val);
    Value[] before = ((TupleValue) old).elems;
    if (stored.isEmpty()) {
      return old;
    }
    List<Value> after = new ArrayList<>(before.length + 2);
    boolean done = stored.value() == DIRT;
    for (Value tuple : before) {
      Run r = Run.of(tuple);
      if (r.to().compareTo(stored.from()) <= 0) {
        after.add(tuple);
        continue;
      }
      add(after, r.within(r.from(), stored.from()));
      if (!done) {
        after.add(stored.tuple());
        done = true;
      }
      if (r.from().compareTo(stored.to()) >= 0) {
        after.add(tuple);
      } else {
        add(after, r.within(stored.to(), r.to()));
      }
    }
    if (!done) {
      after.add(stored.tuple());
    }
    return new TupleValue(after.toArray(new Value[0]));
  }

  private static void add(List<Value> runs, Run r) {
    if (!r.isEmpty()) {
      runs.add(r.tuple());
    }
  }

  /** Whether a comparison with one value finds this difference. */
  static boolean shows(
      Value bytes, Value address, Value length, int value, Value difference, int found) {
    BigInteger from = Numbers.number(address);
    boolean all = Numbers.number(difference).signum() < 0;
    BigInteger at = from.add(Numbers.number(all ? length : difference));
    for (Value tuple : ((TupleValue) bytes).elems) {
      Run r = Run.of(tuple);
      if (!r.within(from, at).isEmpty() && r.value() != value) {
        return false;
      }
      boolean there = !r.within(at, at.add(BigInteger.ONE)).isEmpty();
      if (!all && there && r.value() != found) {
        return false;
      }
    }
    return all || found != value;
  }
}
