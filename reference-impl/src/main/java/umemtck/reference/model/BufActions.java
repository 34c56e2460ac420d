package umemtck.reference.model;

import java.util.List;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;

/** What is done to a buf: {@code freerbuf}, looking at it, and its transfer. */
final class BufActions implements Action {
  private final Views views;

  BufActions(ModelConfig config) {
    views = new Views(config);
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call call) {
    if (s.buffers().find(buf(call)) == null) {
      return new Answer.Undefined("IOSETUP.free", "a live buf, freed once");
    }
    if (call instanceof Call.Strategy t && (t.value() < 0 || t.value() > 255)) {
      throw new IllegalArgumentException("not a byte: " + t.value());
    }
    return null;
  }

  private static long buf(Call call) {
    if (call instanceof Call.Freerbuf f) {
      return f.buf();
    }
    return call instanceof Call.GetBuf g ? g.buf() : ((Call.Strategy) call).buf();
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    LiveBuf b = s.buffers().find(buf(p.call()));
    UmemState next = s.ended(p.id());
    if (outcome instanceof Outcome.Panicked) {
      String live = "a return: the buf is live, and so is its cookie";
      return p.call() instanceof Call.Freerbuf
          ? Answer.forbid("IOSETUP.success/given", live)
          : new Answer.Forbidden(blame(s, b, live));
    }
    if (p.call() instanceof Call.Freerbuf) {
      return new Answer.Next(
          next.with(s.buffers().minus(b)).with(s.locking().after(Deed.SET_UP, null)));
    }
    if (p.call() instanceof Call.GetBuf) {
      List<Breach> breaches = fields(s, b, (Outcome.Fields) outcome);
      return breaches.isEmpty() ? new Answer.Next(next) : new Answer.Forbidden(breaches);
    }
    return transferred(s, next, b, (Call.Strategy) p.call(), (Outcome.Matched) outcome);
  }

  private List<Breach> fields(UmemState s, LiveBuf b, Outcome.Fields got) {
    Call.UmemIosetup asked = b.asked();
    Allocation a = s.find(b.cookie());
    Lock l = s.locking().lock(b.cookie());
    int marks = BufFlag.B_BUSY | BufFlag.B_PHYS | asked.direction();
    int both = BufFlag.B_READ | BufFlag.B_WRITE;
    boolean as =
        (got.flags() & marks) == marks
            && (got.flags() & both) == asked.direction()
            && got.count() == asked.len()
            && got.dev() == asked.dev()
            && got.blkno() == asked.blkno()
            && got.iodone() == asked.iodone();
    if (!as) {
      return List.of(
          new Breach("IOSETUP.fields/as-given", "what was given, and the marks of a busy buf"));
    }
    long start = a == null ? l.addr() : a.address();
    long owner = a == null ? l.proc() : 0;
    return got.addr() == start + asked.off() && got.proc() == owner
        ? List.of()
        : List.of(
            new Breach(
                a == null ? "IOSETUP.address/locked" : "IOSETUP.address/kernel",
                "address 0x%x of process %d".formatted(start + asked.off(), owner)));
  }

  private Answer transferred(
      UmemState s, UmemState next, LiveBuf b, Call.Strategy call, Outcome.Matched seen) {
    if (b.asked().len() == 0) {
      return new Answer.Next(next);
    }
    Allocation a = s.find(b.cookie());
    long off = b.asked().off();
    long len = b.asked().len();
    if (b.stores()) {
      Buffers stored = s.buffers().storedBy(b);
      return new Answer.Next(
          a == null
              ? views.stored(next.with(stored), space(s, b), user(s, b), call.value())
              : next.replaced(a, a.with(a.contents().fill(off, off + len, call.value())))
                  .with(stored));
    }
    boolean right =
        a == null
            ? views.agrees(s, space(s, b), user(s, b), call.value(), seen)
            : a.contents().check(off, off + len, call.value(), seen.difference(), seen.found())
                == null;
    return right
        ? new Answer.Next(next)
        : new Answer.Forbidden(blame(s, b, "the bytes of the range; " + found(seen)));
  }

  private static String found(Outcome.Matched seen) {
    return seen.difference() < 0
        ? "found all as compared"
        : "found 0x%02x at offset %d".formatted(seen.found(), seen.difference());
  }

  private static long space(UmemState s, LiveBuf b) {
    return s.locking().lock(b.cookie()).space();
  }

  private static Extent user(UmemState s, LiveBuf b) {
    return new Extent(s.locking().lock(b.cookie()).addr() + b.asked().off(), b.asked().len());
  }

  /**
   * What is broken if a transfer touches other bytes than those of its buf. Of locked memory the
   * process sees them too, so there it is LOCK.stable-content as well: nobody outside can tell a
   * wrong range from a copy.
   */
  static List<Breach> blame(UmemState s, LiveBuf b, String expected) {
    boolean locked = s.find(b.cookie()) == null;
    boolean beyondFirst = b.asked().off() != 0;
    String own =
        s.buffers().on(b.cookie()) > 1
            ? "IOSETUP.multiple/each"
            : locked && beyondFirst ? "IOSETUP.page-list/first-page" : "IOSETUP.success/range";
    Breach range = new Breach(own, expected);
    return locked
        ? List.of(range, new Breach("LOCK.stable-content/same-pages", expected))
        : List.of(range);
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: the device does not wait");
  }
}
