package umemtck.reference.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.WorkerGate;

/**
 * The part of a state that is about locked memory: processes and what they map, locks, limits, what
 * is arranged. Immutable; every list is short.
 */
public final class Locking {
  /** A machine that was just booted. */
  static final Locking INIT =
      new Locking(
          List.of(new Proc(Ids.PROCESS, Ids.PROJECT, Ids.ZONE, Ids.PROCESS, false)),
          List.of(new Home(Ids.PROJECT, Ids.ZONE)),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Gate.OPEN,
          Done.NOTHING);

  /**
   * A project and its zone.
   *
   * @param project its number
   * @param zone whose it is
   */
  record Home(long project, long zone) {}

  /**
   * A mapping and whose it is.
   *
   * @param space the process whose address space it is
   * @param mapping the mapping
   */
  record Mapped(long space, Mapping mapping) {}

  /**
   * A page that was seen paged out, and that nothing has brought in since.
   *
   * @param space the process whose address space it is
   * @param addr first byte of the page
   */
  record Absent(long space, long addr) {}

  /**
   * The gate of the worker.
   *
   * @param held whether it is held
   * @param steps how many unlocks it may still do
   */
  record Gate(boolean held, int steps) {
    static final Gate OPEN = new Gate(false, 0);
  }

  private final List<Proc> procs;
  private final List<Home> homes;
  private final List<Mapped> mappings;
  private final List<Lock> locks;
  private final List<Mlocked> mlocked;
  private final List<Limit> limits;
  private final List<Planted> planted;
  private final List<Absent> absent;
  private final List<Past> past;
  private final Gate gate;
  private final Done done;

  private Locking(
      List<Proc> procs,
      List<Home> homes,
      List<Mapped> mappings,
      List<Lock> locks,
      List<Mlocked> mlocked,
      List<Limit> limits,
      List<Planted> planted,
      List<Absent> absent,
      List<Past> past,
      Gate gate,
      Done done) {
    this.procs = procs;
    this.homes = homes;
    this.mappings = mappings;
    this.locks = locks;
    this.mlocked = mlocked;
    this.limits = limits;
    this.planted = planted;
    this.absent = absent;
    this.past = past;
    this.gate = gate;
    this.done = done;
  }

  /** The processes, oldest first. */
  public List<Proc> procs() {
    return procs;
  }

  /** The locks, in the order in which they were made; what is queued, in the order queued. */
  public List<Lock> locks() {
    return locks;
  }

  /** Whether the worker is held back. */
  public boolean held() {
    return gate.held;
  }

  /** What an address space maps: the address of each mapping, and its bytes. */
  public List<long[]> mappedBy(long space) {
    return mappings.stream()
        .filter(m -> m.space == space)
        .map(m -> new long[] {m.mapping.where().addr(), m.mapping.where().len()})
        .toList();
  }

  /** The projects, oldest first. */
  public List<Long> projects() {
    return homes.stream().map(Home::project).toList();
  }

  /** The zones, oldest first. */
  public List<Long> zones() {
    return homes.stream().map(Home::zone).distinct().toList();
  }

  List<Mlocked> mlocked() {
    return mlocked;
  }

  /** Whether a project carries the charge of a page locked with {@code mlock(3C)}. */
  public boolean hasMlocked(long project) {
    return first(mlocked, m -> m.project() == project) != null;
  }

  List<Absent> absent() {
    return absent;
  }

  /** The pages of an extent that were seen paged out and not brought in since: first bytes. */
  public List<Long> absentIn(long space, Extent e) {
    return absent.stream()
        .filter(a -> a.space == space && e.covers(a.addr))
        .map(Absent::addr)
        .toList();
  }

  /** The steps of a lock that will surely fail when they are met. */
  public List<FaultyStep> armed() {
    return planted.stream().filter(Planted::sure).map(Planted::step).toList();
  }

  List<Planted> planted() {
    return planted;
  }

  Gate gate() {
    return gate;
  }

  /** Whether the worker may do a queued unlock. */
  boolean workerMayRun() {
    return !gate.held || gate.steps > 0;
  }

  /** What was done last. */
  Done done() {
    return done;
  }

  /** What is broken if an extent that nothing locks is locked still; the latest first. */
  List<String> once(long space, Extent where) {
    List<String> facets = new ArrayList<>();
    for (int i = past.size() - 1; i >= 0; i--) {
      Past p = past.get(i);
      if (p.space() == space && p.where().touches(where) && !facets.contains(p.facet())) {
        facets.add(p.facet());
      }
    }
    return facets;
  }

  /** Whether pages of an extent were once locked and unlocked, or asked for and not given. */
  public boolean onceAsked(long space, Extent where) {
    return past.stream().anyMatch(p -> p.space() == space && p.where().touches(where));
  }

  /** A process, or null. */
  public Proc proc(long id) {
    return first(procs, p -> p.id() == id);
  }

  /** The project, or null. */
  Home home(long project) {
    return first(homes, h -> h.project == project);
  }

  /** The zone of a project that is there. */
  public long zoneOf(long project) {
    return home(project).zone();
  }

  /** Whether there is a zone. */
  boolean hasZone(long zone) {
    return first(homes, h -> h.zone == zone) != null;
  }

  /** The lock that a cookie stands for, or null; also one whose cleanup function still runs. */
  public Lock lock(long cookie) {
    return first(locks, l -> l.cookie() == cookie && l.stage() != Stage.CHARGED);
  }

  /** What a call that is out has been charged, or null. */
  Lock chargedFor(int of) {
    return first(locks, l -> l.of() == of && l.stage() == Stage.CHARGED);
  }

  /** No longer counts what a call was charged. */
  Locking refunding(int of) {
    return locks(minus(locks, l -> l.of() == of && l.stage() == Stage.CHARGED));
  }

  /**
   * A lock that is gone, but for a cleanup function that an event may call yet, or not: nothing
   * keeps its cookie from being given again, and then it is not called.
   */
  Lock spare(long cookie) {
    Lock l = lock(cookie);
    return l != null && l.stage() == Stage.GONE && l.cleanup() != Cleanup.RUNNING ? l : null;
  }

  /** Forgets the lock that is gone and whose cookie is given again, if there is one. */
  Locking giving(long cookie) {
    Lock gone = spare(cookie);
    return gone == null ? this : locks(minus(locks, gone::equals));
  }

  /** The lock that a call made, or null. */
  public Lock madeBy(int of) {
    return first(locks, l -> l.of() == of && l.stage() != Stage.CHARGED);
  }

  /** What an address space maps in an extent, in no order. */
  public List<Mapping> mapped(long space, Extent e) {
    List<Mapping> all = new ArrayList<>();
    for (Mapped m : mappings) {
      if (m.space == space && m.mapping.where().touches(e)) {
        all.add(m.mapping.within(e));
      }
    }
    return all;
  }

  /** Whether every page of an extent is mapped. */
  public boolean isMapped(long space, long addr, long len) {
    long bytes = 0;
    for (Mapping m : mapped(space, new Extent(addr, len))) {
      bytes += m.where().len();
    }
    return bytes == len;
  }

  /** The locks that pin pages of an extent. */
  List<Lock> pinning(long space, Extent e) {
    return locks.stream()
        .filter(l -> l.pinned() && l.space() == space && l.where().touches(e))
        .toList();
  }

  /** What a control is set to; null if that is not known. */
  Long limit(Holder of, long id) {
    Limit l = first(limits, x -> x.of() == of && x.id() == id);
    return l == null ? null : l.bytes();
  }

  Locking with(Proc p) {
    return procs(plus(procs, p));
  }

  Locking without(Proc p) {
    Locking next = procs(minus(procs, x -> x.id() == p.id()));
    return p.borrows()
        ? next
        : next.mappings(minus(mappings, m -> m.space == p.id()))
            .mlocked(minus(mlocked, m -> m.proc() == p.id()))
            .absent(minus(absent, a -> a.space == p.id()));
  }

  Locking with(Home h) {
    return new Locking(
        procs, plus(homes, h), mappings, locks, mlocked, limits, planted, absent, past, gate, done);
  }

  Locking map(long space, Mapping m) {
    return mappings(plus(mappings, new Mapped(space, m)));
  }

  Locking unmap(long space, Extent e) {
    return mappings(split(space, e, null))
        .mlocked(minus(mlocked, m -> m.proc() == space && e.covers(m.addr())))
        .absent(minus(absent, a -> a.space == space && e.covers(a.addr)))
        .past(minus(past, p -> p.space() == space && p.where().touches(e)));
  }

  Locking protect(long space, Extent e, int prot) {
    return mappings(split(space, e, prot));
  }

  /** Cuts an extent out of the mappings; puts it back with another protection, if one is given. */
  private List<Mapped> split(long space, Extent e, Integer prot) {
    List<Mapped> all = new ArrayList<>();
    for (Mapped m : mappings) {
      Extent w = m.mapping.where();
      if (m.space != space || !w.touches(e)) {
        all.add(m);
        continue;
      }
      Mapping cut = m.mapping.within(e);
      part(all, m, new Extent(w.addr(), cut.where().addr() - w.addr()));
      if (prot != null) {
        all.add(new Mapped(space, cut.with(prot)));
      }
      part(all, m, new Extent(cut.where().end(), w.end() - cut.where().end()));
    }
    return List.copyOf(all);
  }

  private static void part(List<Mapped> all, Mapped m, Extent e) {
    if (e.len() != 0) {
      all.add(new Mapped(m.space, new Mapping(e, m.mapping.kind(), m.mapping.prot())));
    }
  }

  Locking with(Lock l) {
    return locks(plus(locks, l));
  }

  /** Goes on with a lock; what is gone is forgotten, unless its cleanup function runs. */
  Locking replaced(Lock old, Lock next) {
    return replaced(old, next, next.stage() == Stage.GONE && next.cleanup() != Cleanup.RUNNING);
  }

  /** The same; an event may have picked the lock before it was gone, and call it yet. */
  Locking pickedOrGone(Lock old, boolean picked) {
    Lock gone = old.in(Stage.GONE);
    boolean calls = gone.cleanup() == Cleanup.ARMED || gone.cleanup() == Cleanup.MAYBE;
    return picked && calls ? replaced(old, gone, false) : replaced(old, gone);
  }

  private Locking replaced(Lock old, Lock next, boolean forget) {
    List<Lock> all = new ArrayList<>(locks.size());
    for (Lock l : locks) {
      if (l != old) {
        all.add(l);
      } else if (!forget && next.stage() != Stage.QUEUED) {
        all.add(next);
      }
    }
    if (!forget && next.stage() == Stage.QUEUED) {
      all.add(next); // Behind whatever was queued before.
    }
    return locks(List.copyOf(all));
  }

  /** Forgets what is gone and no event picks any more; where a function runs, one is still out. */
  Locking forgettingGone() {
    return locks(minus(locks, l -> l.stage() == Stage.GONE && l.cancelled()));
  }

  Locking eachLock(Function<Lock, Lock> change) {
    return locks(each(locks, change));
  }

  Locking eachMlocked(Function<Mlocked, Mlocked> change) {
    return mlocked(each(mlocked, change));
  }

  Locking moved(Proc p) {
    return procs(procs.stream().map(x -> x.id() == p.id() ? p : x).toList());
  }

  Locking mlocked(List<Mlocked> next) {
    return new Locking(
        procs, homes, mappings, locks, next, limits, planted, absent, past, gate, done);
  }

  Locking limit(Limit l) {
    List<Limit> next = plus(minus(limits, x -> x.of() == l.of() && x.id() == l.id()), l);
    return new Locking(
        procs, homes, mappings, locks, mlocked, next, planted, absent, past, gate, done);
  }

  Locking planted(List<Planted> next) {
    return new Locking(
        procs, homes, mappings, locks, mlocked, limits, next, absent, past, gate, done);
  }

  Locking absent(List<Absent> next) {
    return new Locking(
        procs, homes, mappings, locks, mlocked, limits, planted, next, past, gate, done);
  }

  /** Pages of an extent were touched: they are in memory. */
  Locking touched(long space, Extent e) {
    return absent.isEmpty()
        ? this
        : absent(minus(absent, a -> a.space == space && e.covers(a.addr)));
  }

  Locking gated(WorkerGate g) {
    long queued = locks.stream().filter(l -> l.stage() == Stage.QUEUED).count();
    Gate next =
        switch (g) {
          case HOLD -> new Gate(true, 0);
          case STEP -> new Gate(true, (int) Math.min(gate.steps + 1, queued));
          case RELEASE -> Gate.OPEN;
        };
    return gated(next);
  }

  /** The worker has done one. */
  Locking stepped() {
    return gate.steps == 0 ? this : gated(new Gate(true, gate.steps - 1));
  }

  private Locking gated(Gate next) {
    return new Locking(
        procs, homes, mappings, locks, mlocked, limits, planted, absent, past, next, done);
  }

  Locking after(Deed what, Lock to) {
    return after(Done.of(what, to));
  }

  Locking after(Done next) {
    return new Locking(
        procs, homes, mappings, locks, mlocked, limits, planted, absent, past, gate, next);
  }

  /** Remembers what was once locked, or tried to be. */
  Locking remembering(Past p) {
    return past(plus(minus(past, p::equals), p));
  }

  private Locking past(List<Past> next) {
    return new Locking(
        procs, homes, mappings, locks, mlocked, limits, planted, absent, next, gate, done);
  }

  private Locking procs(List<Proc> next) {
    return new Locking(
        next, homes, mappings, locks, mlocked, limits, planted, absent, past, gate, done);
  }

  private Locking mappings(List<Mapped> next) {
    return new Locking(
        procs, homes, next, locks, mlocked, limits, planted, absent, past, gate, done);
  }

  private Locking locks(List<Lock> next) {
    return new Locking(
        procs, homes, mappings, next, mlocked, limits, planted, absent, past, gate, done);
  }

  static <T> List<T> plus(List<T> list, T more) {
    List<T> all = new ArrayList<>(list.size() + 1);
    all.addAll(list);
    all.add(more);
    return List.copyOf(all);
  }

  static <T> List<T> minus(List<T> list, Predicate<T> gone) {
    List<T> left = new ArrayList<>(list.size());
    for (T t : list) {
      if (!gone.test(t)) {
        left.add(t);
      }
    }
    return left.size() == list.size() ? list : List.copyOf(left);
  }

  private static <T> List<T> each(List<T> list, Function<T, T> change) {
    List<T> all = new ArrayList<>(list.size());
    for (T t : list) {
      all.add(change.apply(t));
    }
    return List.copyOf(all);
  }

  private static <T> T first(List<T> list, Predicate<T> wanted) {
    for (T t : list) {
      if (wanted.test(t)) {
        return t;
      }
    }
    return null;
  }

  /**
   * Equal states answer every question alike, but for who is to blame (what was done, and past).
   */
  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Locking l
            && locks.equals(l.locks)
            && gate.equals(l.gate)
            && procs.equals(l.procs)
            && homes.equals(l.homes)
            && mappings.equals(l.mappings)
            && mlocked.equals(l.mlocked)
            && limits.equals(l.limits)
            && planted.equals(l.planted)
            && absent.equals(l.absent));
  }

  /** Of what tells states of one set apart, and is quickly hashed. */
  @Override
  public int hashCode() {
    long[] cookies = new long[locks.size()];
    Arrays.setAll(cookies, i -> locks.get(i).cookie());
    int[] stages = new int[locks.size()];
    Arrays.setAll(stages, i -> locks.get(i).stage().ordinal());
    return Arrays.hashCode(
        new int[] {gate.steps, Arrays.hashCode(cookies), Arrays.hashCode(stages)});
  }
}
