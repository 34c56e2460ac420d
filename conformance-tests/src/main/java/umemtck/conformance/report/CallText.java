package umemtck.conformance.report;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;

/** Calls and outcomes as one writes them in C. */
final class CallText {
  private CallText() {}

  /** A call, by whom and in which context; the process of boot in user context goes without. */
  static String of(Event.Invoked e) {
    String by = e.proc() == Ids.PROCESS ? "" : "by proc " + e.proc();
    String in = e.context() == Context.USER ? "" : e.context() + " context";
    String both = by + (by.isEmpty() || in.isEmpty() ? "" : ", ") + in;
    return of(e.call()) + (both.isEmpty() ? "" : "  [" + both + "]");
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
    if (call instanceof Call.IsResident c) {
      return "is_resident(" + pointer(c.address()) + ")";
    }
    if (call instanceof Call.PageOut) {
      return "page_out()";
    }
    String buf = BufCallText.of(call);
    String export = buf != null ? buf : ExportCallText.of(call);
    return export != null ? export : LockCallText.of(call);
  }

  /** What a call answered: what counts locked memory is unsigned. */
  static String of(Call call, Outcome outcome) {
    String export = ExportCallText.of(call, outcome);
    if (export != null) {
      return export;
    }
    boolean unsigned = call instanceof Call.GetLimit || call instanceof Call.GetLocked;
    return unsigned && outcome instanceof Outcome.Amount a
        ? LockCallText.amount(a.amount())
        : of(outcome);
  }

  private static String of(Outcome outcome) {
    if (outcome instanceof Outcome.Allocated a) {
      return pointer(a.address()) + cookie(a.cookie());
    }
    if (outcome instanceof Outcome.Locked l) {
      return Errno.text(l.errno()) + cookie(l.cookie());
    }
    if (outcome instanceof Outcome.Result r) {
      return Errno.text(r.errno());
    }
    if (outcome instanceof Outcome.SetUp s) {
      return pointer(s.buf());
    }
    if (outcome instanceof Outcome.Fields f) {
      return BufCallText.of(f);
    }
    if (outcome instanceof Outcome.Created c) {
      return Long.toString(c.id());
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

  private static String cookie(long value) {
    return value == CookieRef.POISON ? ", cookie left unset" : ", cookie " + pointer(value);
  }

  /** Decimal while that reads well, hexadecimal near the edges of {@code size_t}. */
  static String size(long size) {
    return size >= 0 && size < 1L << 31 ? Long.toString(size) : "0x" + Long.toHexString(size);
  }

  /** Signed. */
  static String offset(long off) {
    return off < 0 && off > -(1L << 31) ? Long.toString(off) : size(off);
  }

  static String pointer(long value) {
    return value == 0 ? "NULL" : "0x" + Long.toHexString(value);
  }
}
