package umemtck.conformance.report;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;

/** Calls and outcomes as one writes them in C. */
final class CallText {
  private CallText() {}

  static String of(Context context, Call call) {
    String where = context == Context.USER ? "" : "  [" + context + " context]";
    return of(call) + where;
  }

  static String of(Call call) {
    if (call instanceof Call.UmemAlloc c) {
      return "ddi_umem_alloc(" + size(c.size()) + ", " + UmemFlag.text(c.flag()) + ", &cookie)";
    }
    if (call instanceof Call.UmemFree c) {
      return "ddi_umem_free(" + pointer(c.cookie()) + ")";
    }
    if (call instanceof Call.MemoryFill c) {
      return String.format(
          "memory_fill(%s, %d bytes, 0x%02x)", pointer(c.address()), c.length(), c.value());
    }
    if (call instanceof Call.MemoryMatches c) {
      return String.format(
          "memory_matches(%s, %d bytes, 0x%02x)", pointer(c.address()), c.length(), c.value());
    }
    if (call instanceof Call.SetFree c) {
      return "set_free(" + c.resource() + ", " + c.amount() + ")";
    }
    if (call instanceof Call.GetFree c) {
      return "get_free(" + c.resource() + ")";
    }
    return call instanceof Call.IsResident c
        ? "is_resident(" + pointer(c.address()) + ")"
        : "page_out()";
  }

  static String of(Outcome outcome) {
    if (outcome instanceof Outcome.Allocated a) {
      return pointer(a.address())
          + (a.cookie() == CookieRef.POISON
              ? ", cookie left unset"
              : ", cookie " + pointer(a.cookie()));
    }
    if (outcome instanceof Outcome.Matched m) {
      return m.difference() < 0
          ? "every byte"
          : String.format("byte %d is 0x%02x", m.difference(), m.found());
    }
    if (outcome instanceof Outcome.Amount a) {
      return Long.toString(a.amount());
    }
    return outcome instanceof Outcome.Panicked p ? "panicked, saying: " + p.text() : "returned";
  }

  /** Decimal while that reads well, hexadecimal near the edges of {@code size_t}. */
  private static String size(long size) {
    return size >= 0 && size < 1L << 31 ? Long.toString(size) : "0x" + Long.toHexString(size);
  }

  private static String pointer(long value) {
    return value == 0 ? "NULL" : "0x" + Long.toHexString(value);
  }
}
