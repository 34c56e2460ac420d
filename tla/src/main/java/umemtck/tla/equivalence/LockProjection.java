package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.reference.model.Charged;
import umemtck.reference.model.Cleanup;
import umemtck.reference.model.Extent;
import umemtck.reference.model.Lock;
import umemtck.reference.model.Locking;
import umemtck.reference.model.Mapping;
import umemtck.reference.model.Pending;
import umemtck.reference.model.Proc;
import umemtck.reference.model.Stage;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Prot;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;

/**
 * A state of the Java model in the words of a graph. Where nobody has seen whether a lock is
 * counted, or whether its cleanup function was registered, it stands for several.
 */
final class LockProjection {
  private final LockBounds bounds;
  private final LockNumbers numbers;
  private final UmemModel model;

  LockProjection(LockBounds bounds, LockNumbers numbers, UmemModel model) {
    this.bounds = bounds;
    this.numbers = numbers;
    this.model = model;
  }

  /** All that a state may be. */
  Set<LockState> of(UmemState s) {
    List<List<Lock>> all = List.of(List.of());
    for (Lock l : s.locking().locks()) {
      if (l.stage() == Stage.GONE && l.cleanup() != Cleanup.RUNNING) {
        continue; // Nothing is left of it but an event that may call it yet.
      }
      List<List<Lock>> more = new ArrayList<>();
      for (List<Lock> before : all) {
        for (Lock one : readings(l)) {
          List<Lock> with = new ArrayList<>(before);
          with.add(one);
          more.add(with);
        }
      }
      all = more;
    }
    Set<LockState> states = new HashSet<>();
    all.forEach(locks -> states.add(state(s, locks)));
    return states;
  }

  private static List<Lock> readings(Lock l) {
    List<Lock> all = new ArrayList<>();
    for (Charged c :
        l.charged() == Charged.EITHER ? List.of(Charged.YES, Charged.NO) : List.of(l.charged())) {
      for (Cleanup f :
          l.cleanup() == Cleanup.MAYBE
              ? List.of(Cleanup.ARMED, Cleanup.NONE)
              : List.of(l.cleanup())) {
        all.add(
            new Lock(
                l.cookie(),
                l.of(),
                l.proc(),
                l.space(),
                l.project(),
                l.zone(),
                l.where(),
                l.flags(),
                c,
                l.stage(),
                f,
                l.lockmemory(),
                l.cancelled()));
      }
    }
    return all;
  }

  private LockState state(UmemState s, List<Lock> locks) {
    return new LockState(
        described(locks),
        calls(s, locks),
        homes(s.locking()),
        mapped(s.locking()),
        events(s, locks),
        pins(locks),
        used(s, locks),
        limits(s),
        locks.stream().filter(l -> l.stage() == Stage.QUEUED).map(Lock::cookie).toList());
  }

  private SortedMap<Long, LockState.Locked> described(List<Lock> locks) {
    SortedMap<Long, LockState.Locked> all = new TreeMap<>();
    for (Lock l : locks) {
      all.put(
          l.cookie(),
          new LockState.Locked(
              process(l.proc()),
              numbers.word(l.addr()),
              numbers.word(l.len()),
              l.project() - numbers.project(0),
              l.charged() == Charged.YES,
              l.stage().name(),
              l.cleanup().name()));
    }
    return all;
  }

  private long process(long id) {
    return id - numbers.process(0);
  }

  private SortedMap<String, String> calls(UmemState s, List<Lock> locks) {
    SortedMap<String, String> all = new TreeMap<>();
    for (Lock l : locks) {
      String by = numbers.unlocker(s, l.cookie());
      if (l.stage() == Stage.UNPINNED || !by.equals(LockState.WORKER)) {
        all.put(by, "ddi_umem_unlock " + l.cookie());
      }
    }
    return all;
  }

  private SortedMap<Long, Long> homes(Locking k) {
    SortedMap<Long, Long> all = new TreeMap<>();
    for (long p : bounds.processes()) {
      Proc there = k.proc(numbers.process(p));
      all.put(p, there == null ? 0 : there.project() - numbers.project(0));
    }
    return all;
  }

  private SortedMap<Long, SortedMap<Long, String>> mapped(Locking k) {
    SortedMap<Long, SortedMap<Long, String>> all = new TreeMap<>();
    for (long p : bounds.processes()) {
      SortedMap<Long, String> pages = new TreeMap<>();
      for (long a : bounds.userPages()) {
        List<Mapping> there = k.mapped(numbers.process(p), page(a));
        if (!there.isEmpty()) {
          pages.put(a, kind(there.get(0)));
        }
      }
      all.put(p, pages);
    }
    return all;
  }

  private Extent page(long a) {
    return new Extent(numbers.bytes(a), numbers.bytes(bounds.pageSize()));
  }

  private static String kind(Mapping m) {
    return switch (m.kind()) {
      case FILE_SHARED -> "shared-file";
      case NOT_LOCKABLE -> "not-lockable";
      default -> (m.prot() & Prot.WRITE) == 0 ? "read-only" : "private";
    };
  }

  private SortedMap<Long, LockState.Event> events(UmemState s, List<Lock> locks) {
    SortedMap<Long, LockState.Event> all = new TreeMap<>();
    for (Pending p : s.pending()) {
      if (p.call() instanceof Call.Munmap m) {
        long id = process(m.proc());
        long addr = numbers.word(m.addr());
        all.put(id, new LockState.Event("munmap", addr, numbers.word(m.len()), inside(id, locks)));
      } else if (p.call() instanceof Call.Exit e) {
        long id = process(e.proc());
        long everything = bounds.wordMax() + 1;
        all.put(id, new LockState.Event("exit", 0, everything, inside(id, locks)));
      }
    }
    return all;
  }

  private long inside(long p, List<Lock> locks) {
    return locks.stream()
        .filter(l -> l.cleanup() == Cleanup.RUNNING && process(l.proc()) == p)
        .mapToLong(Lock::cookie)
        .findFirst()
        .orElse(0);
  }

  private SortedMap<Long, SortedMap<Long, Long>> pins(List<Lock> locks) {
    SortedMap<Long, SortedMap<Long, Long>> all = new TreeMap<>();
    bounds.processes().forEach(p -> all.put(p, new TreeMap<>()));
    for (Lock l : locks) {
      for (long a : bounds.userPages()) {
        if (l.pinned() && l.where().touches(page(a))) {
          all.get(process(l.proc())).merge(a, 1L, Long::sum);
        }
      }
    }
    return all;
  }

  /** What the model is sure of, and the locks that this reading counts besides. */
  private SortedMap<Long, Long> used(UmemState s, List<Lock> locks) {
    SortedMap<Long, Long> all = new TreeMap<>();
    for (long h : holders()) {
      long sum = model.used(s, LockSide.holder(h), numbers.holder(h));
      for (Lock l : locks) {
        boolean open = s.locking().lock(l.cookie()).charged() == Charged.EITHER;
        boolean his = h == LockState.ZONE || l.project() == numbers.project(h);
        if (open && l.charged() == Charged.YES && l.stage() != Stage.GONE && his) {
          sum += l.len();
        }
      }
      all.put(h, numbers.word(sum));
    }
    return all;
  }

  private SortedMap<Long, Long> limits(UmemState s) {
    SortedMap<Long, Long> all = new TreeMap<>();
    for (long h : holders()) {
      Long limit = model.limit(s, LockSide.holder(h), numbers.holder(h));
      all.put(h, limit == null ? -1 : numbers.word(limit));
    }
    return all;
  }

  private List<Long> holders() {
    List<Long> all = new ArrayList<>(List.of(LockState.ZONE));
    all.addAll(bounds.projects());
    return all;
  }
}
