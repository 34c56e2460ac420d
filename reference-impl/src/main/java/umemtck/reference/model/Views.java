package umemtck.reference.model;

import umemtck.spec.ddi.Outcome.Matched;

/**
 * What applications see of their pages: each page is the process's own, or shows memory of a cookie
 * or of the shared area, because a device is mapped there.
 */
final class Views {
  private final ModelConfig config;

  Views(ModelConfig config) {
    this.config = config;
  }

  /** Where the bytes of a page are. */
  private sealed interface Place {}

  /** A page of a process. */
  private record Own(long space, long addr) implements Place {}

  /** Memory of the kernel. */
  private record OfKernel(Allocation a, long off) implements Place {}

  /** The shared area of the driver of Example 10-4. */
  private record OfArea(long off) implements Place {}

  /** Some bytes of a cookie: offset or length were rounded, and nobody knows how. */
  private record Somewhere(Export e) implements Place {}

  /** The junk page of a TRASH cookie. */
  private record OfJunk(long cookie, long off) implements Place {}

  /** Null for what nothing can be known of. */
  private Place place(UmemState s, long space, long addr) {
    Export e = s.exports().live().isEmpty() ? null : s.exports().at(space, addr);
    if (e == null) {
      return new Own(space, addr);
    }
    if (e.isArea()) {
      return new OfArea(e.offset(addr));
    }
    Allocation a = s.find(e.cookie());
    if (e.isPrivate()) {
      return null;
    }
    if (a != null && !a.hasMemory()) {
      return new OfJunk(a.cookie(), addr & (config.pageSize() - 1));
    }
    if (!e.exact()) {
      return new Somewhere(e);
    }
    if (a != null) {
      return new OfKernel(a, e.offset(addr));
    }
    Lock l = s.locking().lock(e.cookie());
    return place(s, l.space(), l.addr() + e.offset(addr));
  }

  /** The byte at an address that a process has mapped; -1 if it is not known. */
  int shows(UmemState s, long space, long addr) {
    Place place = place(s, space, addr);
    if (place instanceof Own o) {
      long page = o.addr & -config.pageSize();
      return s.buffers().page(o.space, page, config.pageSize()).at(o.addr - page);
    }
    if (place instanceof OfKernel k) {
      return k.a.contents().at(k.off);
    }
    if (place instanceof OfArea a) {
      return s.exports().area().contents().at(a.off);
    }
    if (place instanceof OfJunk j) {
      return s.exports().junk(j.cookie, config.pageSize()).at(j.off);
    }
    Allocation a = place instanceof Somewhere x ? s.find(x.e.cookie()) : null;
    return a == null ? -1 : a.contents().at(0);
  }

  /** The state after one value was stored over a range of mapped pages. */
  UmemState stored(UmemState s, long space, Extent where, int value) {
    UmemState next = s;
    for (long done = 0; done < where.len(); ) {
      long at = where.addr() + done;
      long n = inPage(at, where.len() - done);
      next = stored(next, space, place(next, space, at), n, value);
      done += n;
    }
    return next;
  }

  private long inPage(long at, long left) {
    return Math.min(left, (at & -config.pageSize()) + config.pageSize() - at);
  }

  private UmemState stored(UmemState s, long space, Place place, long n, int value) {
    if (place instanceof Own o) {
      Extent e = new Extent(o.addr, n);
      return s.with(s.buffers().filled(o.space, e, value, config.pageSize()));
    }
    if (place instanceof OfKernel k) {
      return s.replaced(k.a, k.a.with(k.a.contents().fill(k.off, k.off + n, value)));
    }
    if (place instanceof OfArea a) {
      SharedArea area = s.exports().area();
      return s.with(
          s.exports()
              .with(area.filled(a.off, n, value, SharedArea.APPLICATION, config.pageSize())));
    }
    if (place instanceof OfJunk j) {
      Contents c = s.exports().junk(j.cookie, config.pageSize()).fill(j.off, j.off + n, value);
      return s.with(s.exports().with(new Exports.Junk(j.cookie, c)));
    }
    return place instanceof Somewhere x ? forgotten(s, x.e.cookie()) : s;
  }

  /** Nothing is known any more of what a cookie holds. */
  private UmemState forgotten(UmemState s, long cookie) {
    Allocation a = s.find(cookie);
    if (a != null) {
      return s.replaced(a, a.with(Contents.unknown(a.pages() * config.pageSize())));
    }
    Lock l = s.locking().lock(cookie);
    return s.with(s.buffers().unmapped(l.space(), l.where()));
  }

  /** Whether a comparison of mapped pages is what it should be. */
  boolean agrees(UmemState s, long space, Extent where, int value, Matched seen) {
    long reported = seen.difference() < 0 ? where.len() : seen.difference();
    for (long done = 0; done < where.len(); ) {
      long at = where.addr() + done;
      long n = inPage(at, where.len() - done);
      boolean here = reported < done + n;
      long difference = here ? reported - done : -1;
      if (!agrees(s, place(s, space, at), n, value, difference, seen.found())) {
        return false;
      }
      if (here) {
        return true;
      }
      done += n;
    }
    return true;
  }

  private boolean agrees(UmemState s, Place place, long n, int value, long difference, int found) {
    if (place instanceof Own o) {
      long page = o.addr & -config.pageSize();
      Contents c = s.buffers().page(o.space, page, config.pageSize());
      return c.check(o.addr - page, o.addr - page + n, value, difference, found) == null;
    }
    if (place instanceof OfKernel k) {
      return k.a.contents().check(k.off, k.off + n, value, difference, found) == null;
    }
    if (place instanceof OfArea a) {
      Contents c = s.exports().area().contents();
      return c.check(a.off, a.off + n, value, difference, found) == null;
    }
    if (place instanceof OfJunk j) {
      Contents c = s.exports().junk(j.cookie, config.pageSize());
      return c.check(j.off, j.off + n, value, difference, found) == null;
    }
    if (place instanceof Somewhere x) {
      return (difference == 0 || holds(s, x.e.cookie(), value))
          && (difference < 0 || holds(s, x.e.cookie(), found));
    }
    return true;
  }

  /** Whether some byte of a cookie's memory may have a value. */
  private boolean holds(UmemState s, long cookie, int value) {
    Allocation a = s.find(cookie);
    if (a != null) {
      return a.contents().mayHold(value);
    }
    Lock l = s.locking().lock(cookie);
    for (long done = 0; done < l.len(); done += config.pageSize()) {
      Place p = place(s, l.space(), l.addr() + done);
      boolean may =
          !(p instanceof Own o)
              || s.buffers().page(o.space, o.addr, config.pageSize()).mayHold(value);
      if (may) {
        return true;
      }
    }
    return false;
  }
}
