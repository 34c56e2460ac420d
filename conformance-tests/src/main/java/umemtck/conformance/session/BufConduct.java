package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import umemtck.conformance.plan.BufStep;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Contents;
import umemtck.reference.model.LiveBuf;
import umemtck.reference.model.Lock;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Feature;

/**
 * How the steps of a plan that are about bufs are carried out. Before a transfer all memory of the
 * cookie is marked, and the range of the buf otherwise; so a byte too few, too many or elsewhere
 * shows.
 */
final class BufConduct {
  /** Stored where no buf is; no allocation is marked with it. */
  private static final int AROUND = 0xA5;

  /** What a transfer stores, or finds. */
  private static final int WITHIN = 0xDA;

  private final Session session;
  private final ModelConfig config;
  private final IntFunction<Long> allocated;
  private final IntFunction<Long> locked;
  private final Map<Integer, Long> bufOf = new HashMap<>();

  /**
   * The steps of one plan.
   *
   * @param allocated the cookie of an allocation, by name; null if there is none
   * @param locked the same of a lock
   */
  BufConduct(
      Session session, ModelConfig config, IntFunction<Long> allocated, IntFunction<Long> locked) {
    this.session = session;
    this.config = config;
    this.allocated = allocated;
    this.locked = locked;
  }

  /** Does one step. */
  void step(BufStep step) {
    if (step instanceof BufStep.Setup s) {
      Call call = setup(s);
      if (call != null && session.duty(s.context(), call) == null && reachable(s.context())) {
        session.call(s.context(), call, s.name());
      }
      return;
    }
    LiveBuf b = live(step.name());
    if (b == null) {
      return;
    }
    if (step instanceof BufStep.Free f) {
      if (reachable(f.context())) {
        session.call(f.context(), new Call.Freerbuf(b.buf()), 0);
      }
    } else if (session.offers(Feature.TRANSFERS)) {
      if (step instanceof BufStep.Device d) {
        session.call(Context.USER, new Call.Strategy(b.buf(), d.value()), 0);
      } else {
        transfer(b);
      }
    }
  }

  /** The call of a setup; null if there is nothing that it could be about. */
  Call setup(BufStep.Setup s) {
    Long cookie = (s.locked() ? locked : allocated).apply(s.cookie());
    if (cookie == null) {
      return null;
    }
    long size = size(cookie);
    // What is not interpreted differs from buf to buf, and uses every bit.
    long token = (s.name() + 1) * 0x9E37_79B9_7F4A_7C15L;
    return new Call.UmemIosetup(
        cookie,
        s.off().resolve(config.pageSize(), size),
        s.len().resolve(config.pageSize(), size),
        s.direction(),
        token,
        -token,
        token >>> 8,
        s.sleepflag());
  }

  /** Bytes of the memory of a cookie; 0 if it has none. */
  private long size(long cookie) {
    Allocation a = session.judge().state().find(cookie);
    if (a != null) {
      return a.pages() * config.pageSize();
    }
    Lock l = session.judge().state().locking().lock(cookie);
    return l == null ? 0 : l.len();
  }

  private LiveBuf live(int name) {
    Long buf = bufOf.get(name);
    return buf == null ? null : session.judge().state().buffers().find(buf);
  }

  private boolean reachable(Context context) {
    return context == Context.USER || session.offers(Feature.CONTEXTS);
  }

  /** What is looked at when a call has ended. */
  void after(Call call, Outcome outcome, int name) {
    if (call instanceof Call.UmemIosetup && ((Outcome.SetUp) outcome).buf() != 0) {
      long buf = ((Outcome.SetUp) outcome).buf();
      bufOf.put(name, buf);
      session.call(Context.USER, new Call.GetBuf(buf), 0);
    }
  }

  private void transfer(LiveBuf b) {
    Lock l = session.judge().state().locking().lock(b.cookie());
    Touch touch = l == null ? kernel(b) : user(l);
    if (touch != null) {
      session.all(List.of(touch.fill(0, size(b.cookie()), AROUND)));
      if (!b.stores() && b.asked().len() > 0) {
        session.all(List.of(touch.fill(b.asked().off(), b.asked().len(), WITHIN)));
      }
    }
    session.call(Context.USER, new Call.Strategy(b.buf(), WITHIN), 0);
    if (touch != null && !session.over()) {
      session.all(looks(b, l, touch));
    }
  }

  /** How the memory of a cookie is stored to, and compared. */
  private interface Touch {
    Call fill(long off, long len, int value);

    Call matches(long off, long len, int value);

    static Touch of(Filling fill, Filling matches) {
      return new Touch() {
        @Override
        public Call fill(long off, long len, int value) {
          return fill.call(off, len, value);
        }

        @Override
        public Call matches(long off, long len, int value) {
          return matches.call(off, len, value);
        }
      };
    }
  }

  private interface Filling {
    Call call(long off, long len, int value);
  }

  private Touch kernel(LiveBuf b) {
    long start = session.judge().state().find(b.cookie()).address();
    return Touch.of(
        (off, len, v) -> new Call.MemoryFill(start + off, len, v),
        (off, len, v) -> new Call.MemoryMatches(start + off, len, v));
  }

  /** Null where the application cannot store and load. */
  private Touch user(Lock l) {
    Call first = new Call.UserFill(l.proc(), l.addr(), l.len(), AROUND);
    Call second = new Call.UserMatches(l.proc(), l.addr(), l.len(), AROUND);
    boolean may =
        session.offers(Feature.USER_MEMORY)
            && session.duty(Ids.PROCESS, Context.USER, first) == null
            && session.duty(Ids.PROCESS, Context.USER, second) == null;
    return !may
        ? null
        : Touch.of(
            (off, len, v) -> new Call.UserFill(l.proc(), l.addr() + off, len, v),
            (off, len, v) -> new Call.UserMatches(l.proc(), l.addr() + off, len, v));
  }

  /** What compares the memory of a cookie with what should be there. */
  private List<Call> looks(LiveBuf b, Lock l, Touch touch) {
    List<Call> calls = new ArrayList<>();
    if (l == null) {
      for (Contents.Run run : session.judge().state().find(b.cookie()).contents().runs()) {
        calls.add(touch.matches(run.from(), run.to() - run.from(), run.known()));
      }
      return calls;
    }
    long off = b.asked().off();
    long end = off + b.asked().len();
    look(calls, touch, 0, off, AROUND);
    look(calls, touch, off, end, WITHIN);
    look(calls, touch, end, l.len(), AROUND);
    return calls;
  }

  private static void look(List<Call> calls, Touch touch, long from, long to, int value) {
    if (to > from) {
      calls.add(touch.matches(from, to - from, value));
    }
  }

  /** Frees every buf: no cookie may be released before. */
  void freeAll() {
    for (LiveBuf b : session.judge().state().buffers().live()) {
      session.call(Context.USER, new Call.Freerbuf(b.buf()), 0);
    }
  }
}
