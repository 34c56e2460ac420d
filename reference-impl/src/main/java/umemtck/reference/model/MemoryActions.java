package umemtck.reference.model;

import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Call.MemoryFill;
import umemtck.spec.ddi.Call.MemoryMatches;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Matched;

/** The driver's loads and stores: MemoryFill, and looking. */
final class MemoryActions implements Action {
  private final ModelConfig config;

  MemoryActions(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call call) {
    return call instanceof MemoryFill f
        ? duty(s, context, f.address(), f.length(), f.value())
        : duty(s, context, (MemoryMatches) call);
  }

  private Answer.Undefined duty(UmemState s, Context context, MemoryMatches m) {
    return duty(s, context, m.address(), m.length(), m.value());
  }

  private Answer.Undefined duty(
      UmemState s, Context context, long address, long length, int value) {
    Allocation a = s.at(address, config.pageSize());
    if (a == null
        || length < 1
        || length > a.pages() * config.pageSize() - (address - a.address())) {
      return new Answer.Undefined(
          "COOKIE.valid-interval", "an access inside the rounded extent of live memory");
    }
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("not a byte: " + value);
    }
    if (a.kind() == CookieKind.PAGEABLE && !context.maySleep()) {
      return new Answer.Undefined(
          "ALLOC.pageable-restrictions", "no pageable memory touched from an interrupt");
    }
    return null;
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: touching memory does not wait");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    long address = p.call() instanceof MemoryFill f ? f.address() : address(p.call());
    Allocation a = s.at(address, config.pageSize());
    long from = address - a.address();
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(
          a.pressed() ? lost(a) : "ALLOC.round-up/usable", "every byte of the extent to be usable");
    }
    UmemState next = s.ended(p.id());
    if (p.call() instanceof MemoryFill fill) {
      Contents written = a.contents().fill(from, from + fill.length(), fill.value());
      boolean transferred = lastTransfer(s, a) != null;
      UmemState forgetting =
          (transferred ? next.with(s.buffers().storedBy(null)) : next)
              .with(s.exports().storedBy(null, 0));
      return new Answer.Next(forgetting.replaced(a, a.with(written)));
    }
    MemoryMatches look = (MemoryMatches) p.call();
    Matched seen = (Matched) outcome;
    Contents.Difference d =
        a.contents()
            .check(from, from + look.length(), look.value(), seen.difference(), seen.found());
    return d == null ? new Answer.Next(next) : new Answer.Forbidden(blame(s, a, d));
  }

  /** The buf whose transfer was the last to store, if it was into this allocation; or null. */
  private static LiveBuf lastTransfer(UmemState s, Allocation a) {
    LiveBuf last = s.buffers().stored();
    return last != null && last.cookie() == a.cookie() ? last : null;
  }

  private static long address(Call call) {
    return ((MemoryMatches) call).address();
  }

  private List<Breach> blame(UmemState s, Allocation a, Contents.Difference d) {
    String should =
        String.format("0x%02x at offset %d, found 0x%02x", d.run().value(), d.offset(), d.got());
    Export by = s.exports().stored();
    if (by != null && (by.cookie() == a.cookie() || d.got() == s.exports().value())) {
      return new ExportBlame(s, config).through(by, -1, should + ", after an application's store");
    }
    LiveBuf last = lastTransfer(s, a);
    return last != null
        ? BufActions.blame(s, last, should + ", after a transfer")
        : List.of(own(s, a, d, should));
  }

  private Breach own(UmemState s, Allocation a, Contents.Difference d, String should) {
    boolean tail = Long.compareUnsigned(d.offset(), a.size()) >= 0;
    boolean neighbours = d.got() != 0 && heldByAnother(s, a, d.got());
    if (d.run().written() && a.pressed()) {
      return new Breach(lost(a), should + " after paging out");
    }
    if (tail && (neighbours || d.run().written())) {
      return new Breach("ALLOC.round-up/usable", should + ", in the tail up to the page's end");
    }
    if (neighbours) {
      return new Breach("ALLOC.disjoint/live", should + ", which another allocation stored");
    }
    if (d.run().written()) {
      String facet = s.withMemory() > 1 ? "ALLOC.disjoint/live" : "ALLOC.round-up/usable";
      return new Breach(facet, should + ", as it was stored");
    }
    return new Breach(
        "ALLOC.zero-filled/" + (a.kind() == CookieKind.PAGEABLE ? "pageable" : "locked"), should);
  }

  private static String lost(Allocation a) {
    return a.kind() == CookieKind.PAGEABLE
        ? "ALLOC.pageable/contents-survive"
        : "ALLOC.default-locked/contents";
  }

  private static boolean heldByAnother(UmemState s, Allocation a, int value) {
    for (int i = 0; i < s.liveCount(); i++) {
      Allocation other = s.live(i);
      if (other != a && other.hasMemory() && other.contents().holds(value)) {
        return true;
      }
    }
    return false;
  }
}
