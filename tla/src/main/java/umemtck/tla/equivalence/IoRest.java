package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import umemtck.spec.ddi.BufFlag;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.IoState;
import umemtck.tla.graph.Step;

/** All steps that might be taken in a state within the bounds: those of the graph, and the rest. */
final class IoRest {
  private final IoBounds bounds;
  private final IoState s;
  private final Set<Step> all = new TreeSet<>();

  private IoRest(IoBounds bounds, IoState s) {
    this.bounds = bounds;
    this.s = s;
  }

  /** By state; states that differ only in whether memory is short have the same. */
  static Set<Step> of(IoBounds bounds, IoState s) {
    IoRest rest = new IoRest(bounds, s);
    for (String t : bounds.threads()) {
      rest.setups(t);
      rest.uses(t);
      rest.ends(t);
      rest.begins(t);
    }
    return rest.all;
  }

  private void setups(String t) {
    for (long c : bounds.cookies()) {
      for (long off : bounds.offsets()) {
        for (long len : bounds.lengths()) {
          for (long direction : bounds.directions()) {
            for (long blkno : bounds.blocks()) {
              for (long sleepflag : bounds.sleepflags()) {
                answers(Step.of("", t, c, off, len, direction, blkno, sleepflag).args());
              }
            }
          }
        }
      }
    }
  }

  /**
   * Every answer to a setup: a buf that is live, the next, NULL, a panic, and none at all. The
   * specification makes no call without a buf left for it, and gives the least: numbers of bufs
   * mean nothing.
   */
  private void answers(List<String> asked) {
    s.buf().keySet().forEach(b -> all.add(given(asked, b)));
    bounds.bufs().stream()
        .filter(b -> !s.buf().containsKey(b))
        .findFirst()
        .ifPresent(
            b -> {
              all.add(given(asked, b));
              all.add(new Step(IoLabels.NULL, asked));
              all.add(new Step("UmemIosetupPanics", asked));
              all.add(new Step("UmemIosetupRests", asked));
            });
  }

  private static Step given(List<String> asked, long b) {
    List<String> args = new ArrayList<>(asked);
    args.add(String.valueOf(b));
    return new Step(IoLabels.SETUP, args);
  }

  /** Every answer to a transfer: all as compared, or any other byte at any place. */
  private void uses(String t) {
    for (long b : bounds.bufs()) {
      all.add(Step.of("Freerbuf", t, b));
      all.add(Step.of("FreerbufPanics", t, b));
      IoState.Buf d = s.buf().get(b);
      for (long value : bounds.transferred()) {
        all.add(Step.of(IoLabels.STRATEGY, t, b, value, -1, 0));
        all.add(Step.of("StrategyPanics", t, b, value));
        // What stores tells nothing; what compares has at least one byte to tell of, if it is
        // wrong.
        boolean tells = d != null && d.direction() == BufFlag.B_WRITE;
        for (long at = 0; tells && at < Math.max(1, d.len()); at++) {
          for (long found = 0; found < 3; found++) {
            if (found != value) {
              all.add(Step.of(IoLabels.STRATEGY, t, b, value, at, found));
            }
          }
        }
      }
    }
  }

  /**
   * Every end of a cookie, a second one included. What ddi_umem_free does with the cookie of a lock
   * is not asked here (FREE.locked-cookie-unlocks).
   */
  private void ends(String t) {
    for (long c : bounds.cookies()) {
      all.add(Step.of("UmemUnlock", t, c));
      if (!s.live().containsKey(c) || !s.live().get(c).locked()) {
        all.add(Step.of("UmemFree", t, c));
      }
    }
  }

  /** A cookie that is live is not given again, whoever gave it (COOKIE.valid-interval). */
  private void begins(String t) {
    for (long c : s.live().keySet()) {
      for (long size : bounds.sizes()) {
        for (long flag : bounds.flags()) {
          long none = 0;
          all.add(Step.of("UmemAlloc", t, size, flag, none, c));
          bounds.addresses().forEach(a -> all.add(Step.of("UmemAlloc", t, size, flag, a, c)));
        }
      }
      for (long p : bounds.processes()) {
        for (long addr : bounds.lockAddresses()) {
          for (long len : bounds.lockLengths()) {
            bounds.lockFlags().forEach(f -> all.add(Step.of("UmemLock", t, p, addr, len, f, c)));
          }
        }
      }
    }
  }
}
