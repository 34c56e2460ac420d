package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;

/** {@code munmap}, {@code mprotect} and {@code exit}: they wait for what is locked. */
final class LayoutAction implements Action {
  private static final Extent EVERYTHING = new Extent(0, -1L);

  private final ModelConfig config;

  LayoutAction(ModelConfig config) {
    this.config = config;
  }

  /** Whose address space a call changes, and where; null if it changes none. */
  private static Change change(Locking s, Call call) {
    if (call instanceof Call.Munmap m) {
      return new Change(s.proc(m.proc()), new Extent(m.addr(), m.len()), "munmap");
    }
    if (call instanceof Call.Mprotect m) {
      return new Change(s.proc(m.proc()), new Extent(m.addr(), m.len()), "mprotect");
    }
    return call instanceof Call.Exit e ? new Change(s.proc(e.proc()), null, "exit") : null;
  }

  /**
   * A change of an address space.
   *
   * @param proc whose
   * @param where which pages; null for all
   * @param name of the call
   */
  private record Change(Proc proc, Extent where, String name) {
    boolean touches(long space, Extent e) {
      return proc != null && proc.space() == space && (where == null || where.touches(e));
    }

    /** A child of vfork leaves the address space that it borrowed, and nothing else happens. */
    boolean leaves() {
      return where == null && proc.borrows();
    }
  }

  /** Whether a process is on its way out. */
  static boolean exiting(UmemState s, long proc) {
    return s.anyPending(p -> p.call() instanceof Call.Exit e && e.proc() == proc);
  }

  /** Whether a call changes the address space of a process. */
  static boolean changes(UmemState s, Call call, long space) {
    Change c = change(s.locking(), call);
    return c != null && c.proc() != null && c.proc().space() == space;
  }

  /** Whether a change that is out touches pages of an address space. */
  static boolean changing(UmemState s, long space, Extent e) {
    return s.anyPending(p -> touches(s, p, space, e));
  }

  private static boolean touches(UmemState s, Pending p, long space, Extent e) {
    Change c = change(s.locking(), p.call());
    return c != null && !c.leaves() && c.touches(space, e);
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    Change c = change(s.locking(), call);
    if (c.proc() == null || exiting(s, c.proc().id())) {
      return new Answer.Undefined("ACCT.exit", "a process that is there");
    }
    if (context != Context.USER) {
      return new Answer.Undefined("LOCK.context", "an application's call");
    }
    if (deviceChanging(s, c)) {
      return new Answer.Undefined("REMAP.after-map", "a mapped device that nobody else changes");
    }
    if (c.where() == null) {
      return exit(s, c);
    }
    boolean whole =
        c.where().len() != 0
            && ((c.where().addr() | c.where().len()) & (config.pageSize() - 1)) == 0;
    if (!whole || c.proc().borrows()) {
      return new Answer.Undefined("LOCK.blocks-layout-change", "whole pages of its own");
    }
    if (call instanceof Call.Mprotect && s.exports().touches(c.proc().space(), c.where())) {
      return new Answer.Undefined("DEVMAP.maxprot-sticky", "pages of no mapped device");
    }
    if (!s.locking().isMapped(c.proc().space(), c.where().addr(), c.where().len())
        || changing(s, c.proc().space(), c.where())) {
      return new Answer.Undefined(
          "LOCK.blocks-layout-change", "mapped pages that nobody else changes");
    }
    return null;
  }

  /** Whether a call that is out changes a mapped device there. */
  private static boolean deviceChanging(UmemState s, Change c) {
    return s.anyPending(
        p -> {
          if (p.call() instanceof Call.DevmapUmemRemap r) {
            Export e = s.exports().find(r.dhp());
            return c.touches(e.space(), e.where());
          }
          return p.call() instanceof Call.DevmapMprotect m
              && c.touches(s.locking().proc(m.proc()).space(), new Extent(m.addr(), m.len()));
        });
  }

  private static Answer.Undefined exit(UmemState s, Change c) {
    boolean parent =
        s.locking().procs().stream().anyMatch(p -> p.borrows() && p.space() == c.proc().id());
    boolean busy =
        s.anyPending(
            p -> {
              Change other = change(s.locking(), p.call());
              boolean maps = p.call() instanceof Call.SharedMmap m && m.proc() == c.proc().id();
              return maps || locks(s, p, c.proc()) || (other != null && other.proc() == c.proc());
            });
    return c.proc().id() == Ids.PROCESS || parent || busy
        ? new Answer.Undefined("ACCT.exit", "a process that nothing else depends on")
        : null;
  }

  private List<Lock> pinning(Locking s, Change c) {
    if (c.leaves()) {
      return List.of();
    }
    return s.locks().stream().filter(l -> l.pinned() && c.touches(l.space(), l.where())).toList();
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    Change c = change(s.locking(), p.call());
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid("LOCK.blocks-layout-change/" + c.name(), "a return, or a wait");
    }
    List<Lock> pinning = pinning(s.locking(), c);
    if (!pinning.isEmpty()) {
      return waits(s.locking(), c, pinning);
    }
    if (p.call() instanceof Call.Exit && !c.leaves() && owes(s, c.proc())) {
      return Answer.forbid(
          "ACCT.exit/waits", "a wait: its memory is still being locked, or its charge given back");
    }
    if (s.locking().locks().stream().anyMatch(l -> runsIn(s, p, l))) {
      return Answer.forbid(
          "LOCKMEM.callback-context/in-thread",
          "no return: in this thread a cleanup function has not come back");
    }
    UmemState next =
        s.ended(p.id()).with(left(s.buffers(), c, p.call())).with(left(s.exports(), c, p.call()));
    Locking k = done(s.locking(), c, p.call());
    return new Answer.Next(
        next.with(k.eachLock(l -> picked(next, l) ? l : l.cancel()).forgettingGone()));
  }

  /** Whether a lock, or an unlock, of its memory is under way. */
  private static boolean owes(UmemState s, Proc p) {
    return s.anyPending(out -> locks(s, out, p))
        || s.locking().locks().stream()
            .anyMatch(l -> l.proc() == p.id() && l.stage() == Stage.UNPINNED);
  }

  /** Whether a call that is out locks memory of a process. */
  private static boolean locks(UmemState s, Pending out, Proc p) {
    boolean lock = out.call() instanceof Call.UmemLock || out.call() instanceof Call.UmemLockMemory;
    return lock && LockRequest.of(s.locking(), out.proc(), out.call()).owner() == p;
  }

  /** Whether an event may have picked a lock, or may pick it yet (LOCKMEM.unlock-cancels). */
  private static boolean picked(UmemState s, Lock l) {
    return l.pinned() || (!l.cancelled() && changing(s, l.space(), l.where()));
  }

  /** It did not wait for what is locked: the facets that say it does. */
  private Answer waits(Locking s, Change c, List<Lock> pinning) {
    List<String> facets = new ArrayList<>();
    Lock l = pinning.get(0);
    boolean called = l.cleanup() == Cleanup.DONE || l.cleanup() == Cleanup.RUNNING;
    if (called || l.cleanup() == Cleanup.ARMED) {
      facets.add("LOCKMEM.event-waits-for-unlock/waits");
    }
    if (config.profile() == Profile.ILLUMOS) {
      if (s.once(l.space(), l.where()).contains("UNLOCK.releases/pins")) {
        facets.add("LOCK.overlap/own-unlock");
      }
      if (l.lockmemory()) {
        facets.add("LOCKMEM.as-lock/pins");
      }
    }
    facets.add("LOCK.blocks-layout-change/" + c.name());
    if (c.where() == null) {
      facets.add("ACCT.exit/waits");
    }
    String pages = l.len() / config.pageSize() + " pages at 0x" + Long.toHexString(l.addr());
    String expected = "a wait: " + pages + " are locked";
    return new Answer.Forbidden(facets.stream().map(f -> new Breach(f, expected)).toList(), true);
  }

  /** What is known of the pages of processes afterwards. */
  private static Buffers left(Buffers b, Change c, Call call) {
    if (call instanceof Call.Mprotect || c.leaves()) {
      return b;
    }
    return c.where() == null
        ? b.without(c.proc().space())
        : b.unmapped(c.proc().space(), c.where());
  }

  /** Which devices are mapped afterwards. */
  private static Exports left(Exports x, Change c, Call call) {
    if (call instanceof Call.Mprotect || c.leaves()) {
      return x;
    }
    return c.where() == null
        ? x.without(c.proc().space())
        : x.unmapped(c.proc().space(), c.where());
  }

  private static Locking done(Locking s, Change c, Call call) {
    if (call instanceof Call.Exit) {
      return s.without(c.proc()).after(Deed.EXITED, null);
    }
    long space = c.proc().space();
    return call instanceof Call.Mprotect m
        ? s.protect(space, c.where(), m.prot())
        : unmapped(s, s.unmap(space, c.where()));
  }

  /** Whether a change finds something locked: its callbacks come first, then it waits. */
  boolean mayWait(UmemState s, Call call) {
    Change c = change(s.locking(), call);
    return c != null && c.proc() != null && !pinning(s.locking(), c).isEmpty();
  }

  private static Locking unmapped(Locking before, Locking after) {
    boolean mlocked = !before.mlocked().equals(after.mlocked());
    return mlocked ? after.after(Deed.MLOCKED, null) : after.after(Done.NOTHING);
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    Change c = change(s.locking(), p.call());
    List<Lock> pinning = pinning(s.locking(), c);
    if (running(s.locking(), c)) {
      return null; // One at a time: what else is to be called comes after it.
    }
    for (Lock l : pinning) {
      // What is queued may have been cancelled already (LOCKMEM.unlock-cancels).
      if (l.cleanup() == Cleanup.ARMED && l.stage() == Stage.HELD) {
        return new Breach(
            "LOCKMEM.events/" + c.name(),
            "a call of the cleanup function of the lock it waits for");
      }
    }
    if (!pinning.isEmpty()) {
      return null;
    }
    if (c.leaves()) {
      return new Breach(
          "LOCK.blocks-layout-change/vfork-child", "no wait: it leaves what it borrowed");
    }
    if (p.slept()) {
      return new Breach("UNLOCK.wakes-waiters/" + c.name(), "it to go on: nothing is locked there");
    }
    return new Breach(idle(s.locking(), c), "no wait: nothing is locked there");
  }

  /** Who is to blame for a wait for nothing. */
  private static String idle(Locking s, Change c) {
    long space = c.proc().space();
    Extent where = c.where() == null ? EVERYTHING : c.where();
    List<String> facets = s.once(space, where);
    return facets.isEmpty() ? "LOCK.blocks-layout-change/" + c.name() : facets.get(0);
  }

  /** Whether a cleanup function that it called has not come back. */
  private static boolean running(Locking s, Change c) {
    return s.locks().stream()
        .anyMatch(l -> l.cleanup() == Cleanup.RUNNING && c.touches(l.space(), l.where()));
  }

  /** Whether the cleanup function of a lock surely runs in a call: no other can have called it. */
  private static boolean runsIn(UmemState s, Pending event, Lock l) {
    return l.cleanup() == Cleanup.RUNNING
        && s.pending().stream()
            .filter(p -> touches(s, p, l.space(), l.where()))
            .toList()
            .equals(List.of(event));
  }

  /** The subject calls a cleanup function: may it? */
  Answer callbackBegan(UmemState s, int inside, int of, long cookie) {
    Lock l = s.locking().madeBy(of);
    if (l == null) {
      return s.early(of, cookie);
    }
    if (cookie != l.cookie()) {
      return Answer.forbid("LOCKMEM.callback-argument/cookie", "the cookie of the lock");
    }
    if (l.cleanup() == Cleanup.NONE) {
      return Answer.forbid("LOCKMEM.events/munmap", "no call: the lock has no cleanup function");
    }
    if (l.cleanup() == Cleanup.RUNNING || l.cleanup() == Cleanup.DONE) {
      return Answer.forbid("LOCKMEM.callback-at-most-once/once", "no second call");
    }
    if (l.cancelled()) {
      return Answer.forbid(
          "LOCKMEM.unlock-cancels/never-runs", "no call: it was unlocked before the event");
    }
    Pending event = s.find(inside);
    Change c = event == null ? null : change(s.locking(), event.call());
    if (c == null || c.leaves()) {
      return Answer.forbid(
          "LOCKMEM.callback-context/in-thread", "a call in the thread of munmap, mprotect or exit");
    }
    if (!c.touches(l.space(), l.where())) {
      return Answer.forbid(
          "LOCKMEM.event-range/touching-only", "no call: its pages are not touched");
    }
    if (s.locking().locks().stream().anyMatch(other -> runsIn(s, event, other))) {
      return Answer.forbid(
          "LOCKMEM.callback-context/in-thread",
          "no call yet: in this thread another cleanup function has not come back");
    }
    return new Answer.Next(s.with(s.locking().replaced(l, l.with(Cleanup.RUNNING))));
  }

  /** A cleanup function comes back. */
  Answer callbackEnded(UmemState s, int of) {
    Lock l = s.locking().madeBy(of);
    if (l == null) {
      return new Answer.Next(s.earlyEnded(of));
    }
    Locking next = s.locking().replaced(l, l.with(Cleanup.DONE));
    boolean held = l.stage() == Stage.HELD;
    return new Answer.Next(s.with(held ? next.after(Deed.CALLED_BACK, l) : next));
  }
}
