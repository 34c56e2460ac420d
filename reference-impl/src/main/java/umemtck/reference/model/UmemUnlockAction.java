package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;

/** {@code ddi_umem_unlock}: at once, or queued for a worker; unpin, then credit. */
final class UmemUnlockAction implements Action {
  private final ModelConfig config;

  UmemUnlockAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call call) {
    long cookie = cookie(call);
    if (context == Context.HIGH_LEVEL_INTERRUPT) {
      return new Answer.Undefined("UNLOCK.interrupt-level", "no call at high level");
    }
    if (s.find(cookie) != null) {
      return new Answer.Undefined("UNLOCK.alloc-cookie", "a cookie from a lock");
    }
    Lock l = s.locking().lock(cookie);
    if (l == null || l.stage() != Stage.HELD || beingUnlocked(s, cookie)) {
      return new Answer.Undefined("UNLOCK.exactly-once", "a locked cookie, unlocked once");
    }
    if (UmemIosetupAction.uses(s, cookie)) {
      return new Answer.Undefined("COOKIE.no-buf-reference", "no live buf on the cookie");
    }
    if (ExportCookies.uses(s, cookie)) {
      return new Answer.Undefined("COOKIE.no-mapping-reference", "no mapping of the cookie");
    }
    return null;
  }

  private static boolean beingUnlocked(UmemState s, long cookie) {
    return unlocking(s, cookie) != null;
  }

  /** The call that is out and unlocks a cookie, or null. */
  private static Pending unlocking(UmemState s, long cookie) {
    for (Pending p : s.pending()) {
      if (unlocks(p.call()) && cookie(p.call()) == cookie) {
        return p;
      }
    }
    return null;
  }

  /** Whether a call may unlock: FREE.locked-cookie-unlocks. */
  private static boolean unlocks(Call call) {
    return call instanceof Call.UmemUnlock || call instanceof Call.UmemFree;
  }

  private static long cookie(Call call) {
    return call instanceof Call.UmemFree f ? f.cookie() : ((Call.UmemUnlock) call).cookie();
  }

  /** Whether it may be put off: K-21. */
  boolean mayDefer(Pending p) {
    return p.context() == Context.INTERRUPT || config.profile() == Profile.DOCUMENTED;
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    Lock l = s.locking().lock(cookie(p.call()));
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(facet(p, "UNLOCK.releases/charge"), "a return: the cookie is locked");
    }
    UmemState next = s.ended(p.id());
    if (p.gaveUp()) {
      // FREE.locked-cookie-unlocks: it may do nothing, too.
      return new Answer.Next(next.with(s.locking().after(Deed.FREED, l)));
    }
    if (l == null || l.stage() == Stage.GONE) {
      return new Answer.Next(next); // It was done before its return was seen.
    }
    if (l.stage() == Stage.UNPINNED || !mayDefer(p)) {
      return new Answer.Next(next.with(credit(s, s.locking(), l).after(done(p, l.in(Stage.GONE)))));
    }
    Lock queued = l.in(Stage.QUEUED);
    return new Answer.Next(
        next.with(
            s.locking()
                .replaced(l, queued)
                .after(new Done(Deed.QUEUED, queued, p.proc(), p.context(), null))));
  }

  private static Done done(Pending p, Lock l) {
    Deed deed = p.call() instanceof Call.UmemFree ? Deed.FREED : Deed.UNLOCKED;
    return new Done(deed, l, p.proc(), p.context(), null);
  }

  private static Locking unpinned(UmemState s, Locking k, Lock l) {
    boolean picked = LayoutAction.changing(s, l.space(), l.where());
    Lock unpinned = l.in(Stage.UNPINNED);
    return k.replaced(l, picked ? unpinned : unpinned.cancel());
  }

  /**
   * The lock is unlocked, altogether, and its cookie gone (COOKIE.refcount-no-callback); but an
   * event that picked it before may call its function yet (LOCKMEM.callback-after-unlock).
   */
  private static Locking credit(UmemState s, Locking k, Lock l) {
    boolean picked = !l.cancelled() && LayoutAction.changing(s, l.space(), l.where());
    return k.pickedOrGone(l, picked)
        .remembering(new Past(l.space(), l.where(), "UNLOCK.releases/pins"));
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    boolean inside = s.locking().locks().stream().anyMatch(l -> l.cleanup() == Cleanup.RUNNING);
    return new Breach(
        inside ? "LOCKMEM.callback-context/unlock-inside" : facet(p, "UNLOCK.releases/charge"),
        "a return: unlocking does not wait");
  }

  private static String facet(Pending p, String otherwise) {
    return switch (p.context()) {
      case INTERRUPT -> "UNLOCK.interrupt-level/interrupt";
      case KERNEL -> "UNLOCK.interrupt-level/kernel";
      default -> otherwise;
    };
  }

  /** What an unlock, or the worker, may do by itself: unpin, then credit. */
  List<UmemState> internal(UmemState s) {
    Locking k = s.locking();
    List<UmemState> next = new ArrayList<>();
    for (Lock l : k.locks()) {
      Pending caller = l.stage() == Stage.HELD ? unlocking(s, l.cookie()) : null;
      if (l.stage() == Stage.QUEUED && k.workerMayRun()) {
        next.add(s.with(unpinned(s, k, l).stepped().after(Deed.SETTLED, l)));
      } else if (caller != null) { // Whatever is queued (UNLOCK.no-cross-order).
        next.add(s.with(unpinned(s, k, l).after(done(caller, l.in(Stage.GONE)))));
      } else if (l.stage() == Stage.UNPINNED) {
        next.add(s.with(credit(s, k, l).after(k.done())));
      }
    }
    for (Pending p : s.pending()) {
      if (p.call() instanceof Call.UmemFree f && !p.gaveUp() && k.lock(f.cookie()) != null) {
        next.add(s.givenUp(p));
      }
    }
    return next;
  }

  /** Nothing can run: what is queued and not held back is done (UNLOCK.deferred-eventually). */
  static Locking settled(UmemState s) {
    Locking k = s.locking();
    for (Lock l : s.locking().locks()) {
      if (l.stage() == Stage.UNPINNED || (l.stage() == Stage.QUEUED && k.workerMayRun())) {
        Locking after = l.stage() == Stage.QUEUED ? k.stepped() : k;
        k = credit(s, after, l).after(Deed.SETTLED, l);
      }
    }
    return k;
  }
}
