package umemtck.tla.host;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;

/** The operators of TraceUmemLock.tla that are Java's. */
public final class TraceUmemLock {
  private static final String MODULE = "TraceUmemLock";

  private TraceUmemLock() {}

  /** A constant. */
  @TLAPlusOperator(identifier = "Given", module = MODULE, warn = false)
  public static Value given(Value name) {
    return TraceWords.constant(name);
  }

  private static Value[] pages;
  private static BigInteger[] starts;
  private static BigInteger pageSize;

  /** The pages that a range touches. */
  @TLAPlusOperator(identifier = "PagesOf", module = "LockState", warn = false)
  public static Value pagesOf(Value addr, Value len) {
    if (pages == null) {
      read();
    }
    BigInteger from = Numbers.number(addr);
    BigInteger to = from.add(Numbers.number(len));
    List<Value> touched = new ArrayList<>();
    for (int i = 0; i < pages.length; i++) {
      if (starts[i].add(pageSize).compareTo(from) > 0 && starts[i].compareTo(to) < 0) {
        touched.add(pages[i]);
      }
    }
    return new SetEnumValue(touched.toArray(new Value[0]), true);
  }

  private static void read() {
    pageSize = Numbers.number(TraceWords.constant(new StringValue("PageSize")));
    SetEnumValue all = (SetEnumValue) TraceWords.constant(new StringValue("UserPages"));
    all.normalize();
    pages = all.elems.toArray();
    starts = new BigInteger[pages.length];
    for (int i = 0; i < pages.length; i++) {
      starts[i] = Numbers.number(pages[i]);
    }
  }
}
