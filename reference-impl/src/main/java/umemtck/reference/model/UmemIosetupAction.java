package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.reference.model.Buffers.Faulty;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Call.UmemIosetup;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.Feature;

/** {@code ddi_umem_iosetup}. */
final class UmemIosetupAction implements Action {
  private static final String KINDS = "COOKIE.kinds/fixed";

  private final ModelConfig config;

  UmemIosetupAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call called) {
    UmemIosetup call = (UmemIosetup) called;
    Lock l = s.locking().lock(call.cookie());
    boolean locked = l != null && l.stage() == Stage.HELD && !ends(s, call.cookie());
    boolean allocated = s.find(call.cookie()) != null && !ends(s, call.cookie());
    if (!locked && !allocated) {
      return new Answer.Undefined("COOKIE.valid-interval", "a cookie that is valid");
    }
    if (call.sleepflag() == UmemFlag.DDI_UMEM_SLEEP && !context.maySleep()) {
      return new Answer.Undefined("IOSETUP.context", "no SLEEP in an interrupt");
    }
    if (locked && !compatible(l.flags(), call.direction())) {
      return new Answer.Undefined(
          "IOSETUP.direction-compatible", "B_WRITE with a READ lock, B_READ with a WRITE lock");
    }
    return null;
  }

  /** Whether a buf describes the memory of a cookie, or is about to. */
  static boolean uses(UmemState s, long cookie) {
    return s.buffers().on(cookie) > 0
        || s.anyPending(p -> p.call() instanceof UmemIosetup c && c.cookie() == cookie);
  }

  /** Whether a call that is out ends the validity of a cookie. */
  private static boolean ends(UmemState s, long cookie) {
    return s.anyPending(
        p ->
            (p.call() instanceof Call.UmemFree f && f.cookie() == cookie)
                || (p.call() instanceof Call.UmemUnlock u && u.cookie() == cookie));
  }

  /** Whether what the device does to memory is what it was locked for. */
  private static boolean compatible(int lockFlags, int direction) {
    return switch (direction) {
      case BufFlag.B_READ -> UmemLockFlag.write(lockFlags);
      case BufFlag.B_WRITE -> UmemLockFlag.read(lockFlags);
      default -> true; // It is no direction: that is answered before anything else is asked.
    };
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    UmemIosetup call = (UmemIosetup) p.call();
    List<String> wrong = wrong(s, call);
    if (outcome instanceof Outcome.Panicked) {
      boolean right = wrong.isEmpty() || p.context() != Context.USER;
      return right ? new Answer.Forbidden(List.of(missing(s, p, call))) : forbidden(wrong, "NULL");
    }
    long buf = ((Outcome.SetUp) outcome).buf();
    UmemState next = s.ended(p.id()).with(s.locking().after(Deed.SET_UP, null));
    if (buf == 0) {
      return refused(s, next, p);
    }
    if (!wrong.isEmpty()) {
      return forbidden(wrong, "NULL");
    }
    if (s.buffers().find(buf) != null) {
      return Answer.forbid("IOSETUP.multiple/live", "a buf that is not in use");
    }
    boolean sleeps = call.sleepflag() == UmemFlag.DDI_UMEM_SLEEP;
    if (s.buffers().faulty() == Faulty.YES && !sleeps) {
      return Answer.forbid("IOSETUP.nosleep-null/refused", "NULL: there is no memory for a buf");
    }
    Buffers left = sleeps ? s.buffers().doubting() : s.buffers().with(Faulty.NO);
    return new Answer.Next(next.with(left.plus(new LiveBuf(buf, call))));
  }

  private Answer refused(UmemState s, UmemState next, Pending p) {
    UmemIosetup call = (UmemIosetup) p.call();
    boolean wrong = !wrong(s, call).isEmpty();
    if (wrong || call.len() == 0) {
      // IOSETUP.len-zero binds nobody. Who gets memory for the buf before he looks at the arguments
      // met the planted shortage.
      return new Answer.Next(next.with(s.buffers().doubting()));
    }
    if (call.sleepflag() == UmemFlag.DDI_UMEM_SLEEP || !mayBeShort(s)) {
      return new Answer.Forbidden(List.of(missing(s, p, call)));
    }
    return new Answer.Next(next.with(s.buffers().with(Faulty.NO)));
  }

  private static Answer forbidden(List<String> facets, String expected) {
    return new Answer.Forbidden(facets.stream().map(f -> new Breach(f, expected)).toList());
  }

  /** Whether there may be no memory for a buf: the kit alone makes it short, where it can. */
  private boolean mayBeShort(UmemState s) {
    return s.buffers().faulty() != Faulty.NO || !config.offers(Feature.FAULTS);
  }

  /** The facets that say NULL; empty if the arguments are right. */
  private List<String> wrong(UmemState s, UmemIosetup call) {
    List<String> facets = new ArrayList<>();
    Allocation a = s.find(call.cookie());
    if (a != null && a.kind() != CookieKind.NON_PAGEABLE) {
      if (exported(s, call.cookie())) {
        facets.add(KINDS);
      }
      facets.add("IOSETUP.kind/" + (a.hasMemory() ? "pageable" : "trash"));
    } else {
      long size = a == null ? s.locking().lock(call.cookie()).len() : a.pages() * config.pageSize();
      facets.addAll(beyond(call, size));
    }
    if (call.direction() != BufFlag.B_READ && call.direction() != BufFlag.B_WRITE) {
      facets.add("IOSETUP.direction-valid/refused");
    }
    if (call.sleepflag() != UmemFlag.DDI_UMEM_SLEEP
        && call.sleepflag() != UmemFlag.DDI_UMEM_NOSLEEP) {
      facets.add("IOSETUP.sleepflag-valid/refused");
    }
    return facets;
  }

  /** Whether some device shows memory of a cookie, or did. */
  private static boolean exported(UmemState s, long cookie) {
    return s.exports().on(cookie) > 0 || s.exports().deserted().contains(cookie);
  }

  /** In mathematical integers: {@code off} is signed, {@code len} is not. */
  private static List<String> beyond(UmemIosetup call, long size) {
    List<String> facets = new ArrayList<>();
    if (call.off() < 0) {
      facets.add("IOSETUP.negative-offset/refused");
    }
    if (Long.compareUnsigned(call.len(), size) > 0) {
      facets.add("IOSETUP.len-over-size/refused");
    }
    boolean out =
        call.off() >= 0
            && (Long.compareUnsigned(call.len(), size) > 0
                || Long.compareUnsigned(call.off(), size - call.len()) > 0);
    if (out) {
      facets.add("IOSETUP.in-bounds/refused");
    }
    return facets;
  }

  /** Who is to blame if there is no buf. */
  private Breach missing(UmemState s, Pending p, UmemIosetup call) {
    return new Breach(
        missed(s, p, call), wrong(s, call).isEmpty() ? "a buf: the arguments are right" : "NULL");
  }

  private static String missed(UmemState s, Pending p, UmemIosetup call) {
    if (p.context() != Context.USER) {
      return "IOSETUP.context/" + (p.context().maySleep() ? "kernel" : "interrupt");
    }
    if (s.buffers().faulty() != Faulty.NO) {
      return "IOSETUP.nosleep-null/sleep";
    }
    if (exported(s, call.cookie())) {
      return KINDS;
    }
    if (s.buffers().on(call.cookie()) > 0) {
      return "IOSETUP.multiple/live";
    }
    return s.find(call.cookie()) == null ? "IOSETUP.success/given" : "IOSETUP.kind/non-pageable";
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    UmemIosetup call = (UmemIosetup) p.call();
    boolean sleeps = call.sleepflag() == UmemFlag.DDI_UMEM_SLEEP;
    return new Breach(
        "IOSETUP.nosleep-null/" + (sleeps ? "sleep" : "refused"), "a return: nothing to wait for");
  }
}
