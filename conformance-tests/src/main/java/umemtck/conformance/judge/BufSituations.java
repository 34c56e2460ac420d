package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.Set;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.LiveBuf;
import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;

/** Looks for the situations of bufs. */
final class BufSituations extends LockWatcher {
  private boolean changed;
  private boolean planted;
  private boolean stored;

  BufSituations(UmemModel model, Set<Situation> seen) {
    super(model, seen);
  }

  @Override
  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {
    if (call.call() instanceof Call.UmemIosetup c) {
      boolean given = ((Outcome.SetUp) outcome).buf() != 0;
      asked(before, c);
      if (given) {
        given(before, call, c);
      }
      changed = true;
      planted = false;
    } else if (call.call() instanceof Call.GetBuf c) {
      looked(before, before.buffers().find(c.buf()));
    } else if (call.call() instanceof Call.Strategy c) {
      transferred(before, before.buffers().find(c.buf()));
    } else if (call.call() instanceof Call.UserFill) {
      stored = true;
    } else if (call.call() instanceof Call.UserMatches) {
      LiveBuf last = before.buffers().stored();
      sawIf(last != null && before.find(last.cookie()) == null, TRANSFER_SEEN_BY_PROCESS);
    } else if (call.call() instanceof Call.Freerbuf) {
      changed = true;
    } else if (call.call() instanceof Call.GetLocked && changed) {
      saw(BUF_THEN_USAGE);
      changed = false;
    } else if (call.call() instanceof Call.FailNext f) {
      planted |= f.step() == FaultyStep.BUF;
    } else if (!(call.call() instanceof Call.GetLocked)) {
      changed = false;
    }
  }

  /** What is wrong with it, if nothing else is. */
  private void asked(UmemState s, Call.UmemIosetup c) {
    Allocation a = s.find(c.cookie());
    boolean direction = c.direction() == BufFlag.B_READ || c.direction() == BufFlag.B_WRITE;
    boolean sleepflag =
        c.sleepflag() == UmemFlag.DDI_UMEM_SLEEP || c.sleepflag() == UmemFlag.DDI_UMEM_NOSLEEP;
    long size = size(s, c.cookie());
    boolean within =
        c.off() >= 0
            && Long.compareUnsigned(c.len(), size) <= 0
            && Long.compareUnsigned(c.off(), size - c.len()) <= 0;
    boolean kind = a == null || a.kind() == CookieKind.NON_PAGEABLE;
    if (!kind && direction && sleepflag) {
      sawIf(!a.hasMemory(), BUF_ON_TRASH);
      sawIf(a.hasMemory() && within, BUF_ON_PAGEABLE);
    }
    if (!kind) {
      return;
    }
    sawIf(within && sleepflag && !direction, BUF_WRONG_DIRECTION);
    sawIf(within && direction && !sleepflag, BUF_WRONG_SLEEPFLAG);
    if (direction && sleepflag) {
      sawIf(c.off() < 0 && Long.compareUnsigned(c.len(), size) <= 0, BUF_NEGATIVE_OFFSET);
      sawIf(Long.compareUnsigned(c.len(), size) > 0, BUF_OVER_SIZE);
      sawIf(!within && c.off() >= 0 && Long.compareUnsigned(c.len(), size) <= 0, BUF_BEYOND_END);
      boolean sleeps = c.sleepflag() == UmemFlag.DDI_UMEM_SLEEP;
      sawIf(within && planted, sleeps ? BUF_SHORT_SLEEP : BUF_SHORT_NOSLEEP);
    }
  }

  private void given(UmemState s, Pending call, Call.UmemIosetup c) {
    saw(s.find(c.cookie()) == null ? BUF_ON_LOCKED : BUF_ON_NON_PAGEABLE);
    sawIf(c.len() == 0, BUF_OF_NOTHING_GIVEN);
    sawIf(s.buffers().on(c.cookie()) > 0, BUF_AMONG_SEVERAL);
    sawIf(call.context() == Context.KERNEL, BUF_KERNEL);
    sawIf(call.context() == Context.INTERRUPT, BUF_INTERRUPT);
  }

  private void looked(UmemState s, LiveBuf b) {
    saw(BUF_LOOKED_AT);
    saw(s.find(b.cookie()) == null ? BUF_LOOKED_AT_LOCKED : BUF_LOOKED_AT_KERNEL);
  }

  private void transferred(UmemState s, LiveBuf b) {
    if (b.asked().len() == 0) {
      return;
    }
    saw(TRANSFERRED);
    boolean behind = b.asked().off() >= model.config().pageSize();
    boolean locked = s.find(b.cookie()) == null;
    sawIf(behind && locked, TRANSFERRED_BEHIND_FIRST_PAGE);
    sawIf(!b.stores() && locked && stored, STORE_SEEN_BY_DEVICE);
    sawIf(s.buffers().on(b.cookie()) > 1, TRANSFERRED_AMONG_SEVERAL);
  }

  private long size(UmemState s, long cookie) {
    Allocation a = s.find(cookie);
    return a == null ? s.locking().lock(cookie).len() : a.pages() * model.config().pageSize();
  }
}
