package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.reference.model.Charged;
import umemtck.reference.model.Lock;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.LockState.Locked;

/** The state in which nothing was unpinned yet of what is now, and not credited. */
final class BeforeUnpinned {
  private final LockBounds bounds;
  private final LockState now;
  private final SortedMap<Long, Locked> lock;
  private final SortedMap<Long, SortedMap<Long, Long>> pins = new TreeMap<>();
  private final SortedMap<Long, Long> used;
  private final List<Long> queue;

  BeforeUnpinned(LockBounds bounds, LockState now) {
    this.bounds = bounds;
    this.now = now;
    this.lock = new TreeMap<>(now.lock());
    now.pins().forEach((p, pages) -> pins.put(p, new TreeMap<>(pages)));
    this.used = new TreeMap<>(now.used());
    this.queue = new ArrayList<>(now.queue());
  }

  /** The same, and a lock was there whose cleanup function was not called yet. */
  LockState with(Lock picked) {
    long cookie = picked.cookie();
    if (!lock.containsKey(cookie)) {
      Locked gone = locked(picked);
      put(cookie, gone, false);
      if (gone.counted()) {
        used.merge(gone.project(), gone.len(), Long::sum);
        used.merge(LockState.ZONE, gone.len(), Long::sum);
      }
    }
    for (Map.Entry<String, String> e : now.call().entrySet()) {
      long c = Long.parseLong(e.getValue().substring(e.getValue().indexOf(' ') + 1));
      Locked l = lock.get(c);
      String cleanup = c == cookie ? "ARMED" : l.cleanup();
      Locked held =
          new Locked(l.proc(), l.addr(), l.len(), l.project(), l.counted(), "HELD", cleanup);
      put(c, held, e.getKey().equals(LockState.WORKER));
    }
    return new LockState(
        lock,
        new TreeMap<>(),
        now.proc(),
        now.pages(),
        now.event(),
        pins,
        used,
        now.limit(),
        queue);
  }

  private Locked locked(Lock l) {
    LockNumbers numbers = new LockNumbers(bounds);
    return new Locked(
        l.proc() - numbers.process(0),
        numbers.word(l.addr()),
        numbers.word(l.len()),
        l.project() - numbers.project(0),
        l.charged() == Charged.YES,
        "HELD",
        "ARMED");
  }

  private void put(long cookie, Locked l, boolean queued) {
    lock.put(
        cookie,
        queued
            ? new Locked(
                l.proc(), l.addr(), l.len(), l.project(), l.counted(), "QUEUED", l.cleanup())
            : l);
    if (queued) {
      queue.add(0, cookie);
    }
    bounds.userPages().stream()
        .filter(a -> a + bounds.pageSize() > l.addr() && a < l.addr() + l.len())
        .forEach(a -> pins.get(l.proc()).merge(a, 1L, Long::sum));
  }
}
