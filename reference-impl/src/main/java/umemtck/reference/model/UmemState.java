package umemtck.reference.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import umemtck.spec.ddi.Call.UmemAlloc;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;

/**
 * A state of the contract: what is live, what is free, which calls are out. Immutable; nothing but
 * what the caller can know.
 */
public final class UmemState {
  private static final Resource[] RESOURCES = Resource.values();
  private static final Budget[] NOTHING_KNOWN = {
    Budget.UNKNOWN, Budget.UNKNOWN, Budget.UNKNOWN, Budget.UNKNOWN
  };

  /** A machine that was just booted. */
  public static final UmemState INIT =
      new UmemState(
          new Allocation[0],
          NOTHING_KNOWN,
          new Pending[0],
          0,
          null,
          Locking.INIT,
          Buffers.INIT,
          Exports.INIT);

  private final Allocation[] live;
  private final Budget[] budgets;
  private final Pending[] pending;
  private final int settings;
  private final String suspect;
  private final Locking locking;
  private final Buffers buffers;
  private final Exports exports;

  private UmemState(
      Allocation[] live,
      Budget[] budgets,
      Pending[] pending,
      int settings,
      String suspect,
      Locking locking,
      Buffers buffers,
      Exports exports) {
    this.live = live;
    this.budgets = budgets;
    this.pending = pending;
    this.settings = settings;
    this.suspect = suspect;
    this.locking = locking;
    this.buffers = buffers;
    this.exports = exports;
  }

  /** What is about locked memory. */
  public Locking locking() {
    return locking;
  }

  UmemState with(Locking next) {
    return new UmemState(live, budgets, pending, settings, suspect, next, buffers, exports);
  }

  /** What is about bufs. */
  public Buffers buffers() {
    return buffers;
  }

  UmemState with(Buffers next) {
    return new UmemState(live, budgets, pending, settings, suspect, locking, next, exports);
  }

  /** What is about exports. */
  public Exports exports() {
    return exports;
  }

  UmemState with(Exports next) {
    return next == exports
        ? this
        : new UmemState(live, budgets, pending, settings, suspect, locking, buffers, next);
  }

  /** Number of live cookies. */
  public int liveCount() {
    return live.length;
  }

  /** A live cookie, oldest first. */
  public Allocation live(int i) {
    return live[i];
  }

  /** What is live, oldest first. */
  public List<Allocation> live() {
    return List.of(live);
  }

  /** The calls that are out, oldest first. */
  public List<Pending> pending() {
    return List.of(pending);
  }

  /** Whether one of the calls that are out is such. */
  boolean anyPending(Predicate<Pending> wanted) {
    for (Pending p : pending) {
      if (wanted.test(p)) {
        return true;
      }
    }
    return false;
  }

  /** Whether no call is out. */
  public boolean quiet() {
    return pending.length == 0;
  }

  /** How many calls are out. */
  public int out() {
    return pending.length;
  }

  /** What is known of a resource. */
  public Budget budget(Resource resource) {
    return budgets[resource.ordinal()];
  }

  /** How often a resource has become known: was set, or read for the first time. */
  int settings() {
    return settings;
  }

  /** The facet to blame if a read-out has changed though nothing should have changed it. */
  String suspect() {
    return suspect;
  }

  /** What a cookie describes, or null if it is not live. */
  public Allocation find(long cookie) {
    for (Allocation a : live) {
      if (a.cookie() == cookie) {
        return a;
      }
    }
    return null;
  }

  /** The live allocation whose rounded extent holds an address, or null. */
  public Allocation at(long address, long pageSize) {
    for (Allocation a : live) {
      if (a.covers(address, pageSize)) {
        return a;
      }
    }
    return null;
  }

  /** How many live cookies have memory of their own. */
  public int withMemory() {
    int n = 0;
    for (Allocation a : live) {
      if (a.hasMemory()) {
        n++;
      }
    }
    return n;
  }

  /** How many blocks lie in the address space: of live cookies, and of sleepers that took some. */
  int blocks() {
    int n = withMemory();
    for (Pending p : pending) {
      if (p.took() && !UmemFlag.trash(((UmemAlloc) p.call()).flag())) {
        n++;
      }
    }
    return n;
  }

  private boolean nothingTaken() {
    return live.length == 0 && !exports.allocated() && !anyPending(Pending::took);
  }

  /**
   * A call that is out.
   *
   * @throws IllegalArgumentException if none has that number
   */
  public Pending pending(int id) {
    for (Pending p : pending) {
      if (p.id() == id) {
        return p;
      }
    }
    throw new IllegalArgumentException("no call " + id + " is out");
  }

  /** A call that is out, or null. */
  Pending find(int id) {
    for (Pending p : pending) {
      if (p.id() == id) {
        return p;
      }
    }
    return null;
  }

  /**
   * The cleanup function of a lock that has not returned is called: LOCKMEM.callback-before-return.
   */
  Answer early(int of, long cookie) {
    Pending p = find(of);
    if (p == null || p.early() != null) {
      return Answer.forbid(
          p == null ? "LOCKMEM.unlock-cancels/never-runs" : "LOCKMEM.callback-at-most-once/once",
          "no call of the cleanup function");
    }
    return new Answer.Next(decided(p, p.calledEarly(Cleanup.RUNNING, cookie)));
  }

  UmemState earlyEnded(int of) {
    Pending p = find(of);
    return p == null ? this : decided(p, p.calledEarly(Cleanup.DONE, p.earlyCookie()));
  }

  UmemState invoked(Pending call) {
    Pending[] more = Arrays.copyOf(pending, pending.length + 1);
    more[pending.length] = call;
    return new UmemState(live, budgets, more, settings, suspect, locking, buffers, exports);
  }

  UmemState ended(int id) {
    Pending[] fewer = new Pending[pending.length - 1];
    int n = 0;
    for (Pending p : pending) {
      if (p.id() != id) {
        fewer[n++] = p;
      }
    }
    return new UmemState(live, budgets, fewer, settings, suspect, locking, buffers, exports);
  }

  UmemState rested() {
    Pending[] all = pending.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = all[i].resting();
    }
    return new UmemState(live, budgets, all, settings, suspect, locking, buffers, exports);
  }

  UmemState suspecting(String facet) {
    return new UmemState(live, budgets, pending, settings, facet, locking, buffers, exports);
  }

  UmemState plus(Allocation a) {
    Allocation[] more = Arrays.copyOf(live, live.length + 1);
    more[live.length] = a;
    return new UmemState(more, budgets, pending, settings, suspect, locking, buffers, exports);
  }

  UmemState without(Demand demand) {
    Budget[] left = budgets.clone();
    for (Resource r : RESOURCES) {
      if (demand.needs(r)) {
        left[r.ordinal()] = left[r.ordinal()].take(demand.need(r), demand.overhead(r));
      }
    }
    return new UmemState(live, left, pending, settings, suspect, locking, buffers, exports);
  }

  /** A sleeper has what it needs, and has only to return. */
  UmemState taken(Pending sleeper, Demand demand) {
    return decided(sleeper, sleeper.taking(settings)).without(demand);
  }

  /** A sleeper was refused, and has only to return. */
  UmemState givenUp(Pending sleeper) {
    return decided(sleeper, sleeper.givingUp());
  }

  private UmemState decided(Pending old, Pending next) {
    Pending[] all = pending.clone();
    for (int i = 0; i < all.length; i++) {
      if (all[i] == old) {
        all[i] = next;
      }
    }
    return new UmemState(live, budgets, all, settings, suspect, locking, buffers, exports);
  }

  UmemState minus(Allocation a, Demand demand) {
    Allocation[] fewer = new Allocation[live.length - 1];
    int n = 0;
    for (Allocation b : live) {
      if (b != a) {
        fewer[n++] = b;
      }
    }
    Budget[] more = budgets.clone();
    for (Resource r : RESOURCES) {
      if (demand.needs(r)) {
        more[r.ordinal()] = more[r.ordinal()].give(demand.need(r), demand.overhead(r), a.born());
      }
    }
    return new UmemState(fewer, more, pending, settings, suspect, locking, buffers, exports);
  }

  /**
   * The driver of Example 10-4 took memory, or gave it back.
   *
   * @param change what becomes of a budget, by resource
   */
  UmemState changedByArea(BiFunction<Resource, Budget, Budget> change) {
    Budget[] next = budgets.clone();
    for (Resource r : RESOURCES) {
      next[r.ordinal()] = change.apply(r, budgets[r.ordinal()]);
    }
    return new UmemState(live, next, pending, settings, suspect, locking, buffers, exports);
  }

  UmemState replaced(Allocation old, Allocation next) {
    Allocation[] all = live.clone();
    for (int i = 0; i < all.length; i++) {
      if (all[i] == old) {
        all[i] = next;
      }
    }
    return new UmemState(all, budgets, pending, settings, suspect, locking, buffers, exports);
  }

  UmemState eachLive(UnaryOperator<Allocation> change) {
    List<Allocation> all = new ArrayList<>(live.length);
    for (Allocation a : live) {
      all.add(change.apply(a));
    }
    return new UmemState(
        all.toArray(new Allocation[0]),
        budgets,
        pending,
        settings,
        suspect,
        locking,
        buffers,
        exports);
  }

  UmemState set(Resource resource, long amount) {
    Budget[] next = budgets.clone();
    next[resource.ordinal()] = Budget.set(amount, nothingTaken(), settings + 1);
    return new UmemState(live, next, pending, settings + 1, suspect, locking, buffers, exports);
  }

  /** What was never set is known, too, once it has been read. */
  UmemState seen(Resource resource, long amount) {
    Budget[] next = budgets.clone();
    Budget old = next[resource.ordinal()];
    next[resource.ordinal()] =
        old.known() ? old.seen(amount) : Budget.set(amount, false, settings + 1);
    return new UmemState(
        live,
        next,
        pending,
        old.known() ? settings : settings + 1,
        suspect,
        locking,
        buffers,
        exports);
  }

  /** Equal states answer every question alike, but for who is to blame for locked memory. */
  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof UmemState s
            && settings == s.settings
            && Objects.equals(suspect, s.suspect)
            && Arrays.equals(pending, s.pending)
            && Arrays.equals(budgets, s.budgets)
            && Arrays.equals(live, s.live)
            && locking.equals(s.locking)
            && buffers.equals(s.buffers)
            && exports.equals(s.exports));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new int[] {settings, Arrays.hashCode(budgets), locking.hashCode()});
  }
}
