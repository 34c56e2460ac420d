package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import umemtck.spec.ddi.DataModel;

/**
 * The part of a state that is about exports: which devices are mapped where, the shared area of the
 * driver of Example 10-4, and the data models of programs. Immutable.
 *
 * @param live the mappings, oldest first
 * @param area of the driver of Example 10-4; null while it has allocated none
 * @param models of the processes that are not of 64 bits
 * @param deserted cookies whose last mapping went away
 * @param remapped handle of the latest remap; 0 for none; tells who is to blame
 * @param stored the mapping through which an application stored last; null for none; tells who is
 *     to blame
 * @param value what it stored then
 * @param failed whether a mapping of the driver of Example 10-4 has failed for lack of memory
 * @param junk what the junk page holds
 * @param refused the mmaps that failed; tells who is to blame
 */
public record Exports(
    List<Export> live,
    SharedArea area,
    List<OfModel> models,
    List<Long> deserted,
    long remapped,
    Export stored,
    int value,
    boolean failed,
    Junk junk,
    List<Refused> refused) {
  /** A machine that was just booted. */
  static final Exports INIT =
      new Exports(
          List.of(), null, List.of(), List.of(), 0, null, 0, false, Junk.UNKNOWN, List.of());

  /**
   * What the junk page of a TRASH cookie holds (ALLOC.trash). Others may have the same page: what
   * is known is what was stored last.
   *
   * @param cookie of TRASH; 0 for none
   * @param contents of the page
   */
  public record Junk(long cookie, Contents contents) {
    static final Junk UNKNOWN = new Junk(0, null);
  }

  /** What the junk page of a cookie holds; unknown unless it was stored to last. */
  Contents junk(long cookie, long pageSize) {
    return junk.cookie == cookie ? junk.contents : Contents.unknown(pageSize);
  }

  Exports with(Junk next) {
    return new Exports(
        live, area, models, deserted, remapped, stored, value, failed, next, refused);
  }

  /**
   * The data model of a process.
   *
   * @param proc which
   * @param model of {@link DataModel}
   */
  public record OfModel(long proc, int model) {}

  /**
   * An mmap of a device that failed.
   *
   * @param space whose address space
   * @param where which pages are as they were before
   * @param facet which says so
   */
  record Refused(long space, Extent where, String facet) {}

  /** The same after an mmap failed. */
  Exports refusing(Refused next) {
    return new Exports(
        live,
        area,
        models,
        deserted,
        remapped,
        stored,
        value,
        failed,
        junk,
        Locking.plus(refused, next));
  }

  /** The facet by which some pages are free though an mmap of them failed; or null. */
  String refusedAt(long space, Extent where) {
    for (Refused r : refused) {
      if (r.space() == space && r.where().touches(where)) {
        return r.facet();
      }
    }
    return null;
  }

  static List<String> first(String facet, List<String> others) {
    List<String> all = new ArrayList<>();
    all.add(facet);
    others.stream().filter(f -> !f.equals(facet)).forEach(all::add);
    return List.copyOf(all);
  }

  /** The mapping with a handle, or null. */
  public Export find(long dhp) {
    for (Export e : live) {
      if (e.dhp() == dhp && dhp != 0) {
        return e;
      }
    }
    return null;
  }

  /** The mapping that holds an address of an address space, or null. */
  public Export at(long space, long addr) {
    for (Export e : live) {
      if (e.space() == space && e.where().covers(addr)) {
        return e;
      }
    }
    return null;
  }

  /** Whether some mapping has pages of an extent. */
  boolean touches(long space, Extent where) {
    for (Export e : live) {
      if (e.space() == space && e.where().touches(where)) {
        return true;
      }
    }
    return false;
  }

  /** The mappings that have pages of an extent. */
  List<Export> in(long space, Extent where) {
    return live.stream().filter(e -> e.space() == space && e.where().touches(where)).toList();
  }

  /** How many mappings show memory of a cookie. */
  public int on(long cookie) {
    int n = 0;
    for (Export e : live) {
      if (e.cookie() == cookie) {
        n++;
      }
    }
    return n;
  }

  /** How many mappings show the shared area. */
  public int onArea() {
    return on(0);
  }

  /** The data model of a process. */
  public int model(long proc) {
    for (OfModel m : models) {
      if (m.proc() == proc) {
        return m.model();
      }
    }
    return DataModel.DDI_MODEL_LP64;
  }

  Exports plus(Export e) {
    List<Refused> left =
        Locking.minus(refused, r -> r.space() == e.space() && r.where().touches(e.where()));
    return new Exports(
        Locking.plus(live, e), area, models, deserted, remapped, stored, value, failed, junk, left);
  }

  Exports replaced(Export old, Export next) {
    return live(live.stream().map(e -> e == old ? next : e).toList());
  }

  Exports remapped(Export old, Export next) {
    Exports all = replaced(old, next);
    return new Exports(
            all.live, area, models, deserted, next.dhp(), stored, value, failed, junk, refused)
        .desertedBy(List.of(old));
  }

  Exports with(SharedArea next) {
    return new Exports(
        live, next, models, deserted, remapped, stored, value, failed, junk, refused);
  }

  Exports failing(boolean next) {
    return new Exports(live, area, models, deserted, remapped, stored, value, next, junk, refused);
  }

  Exports of(long proc, int model) {
    List<OfModel> next =
        Locking.plus(Locking.minus(models, m -> m.proc() == proc), new OfModel(proc, model));
    return new Exports(live, area, next, deserted, remapped, stored, value, failed, junk, refused);
  }

  /** The same after an application stored through a mapping; null: somebody else did since. */
  Exports storedBy(Export e, int with) {
    return e == stored && with == value
        ? this
        : new Exports(live, area, models, deserted, remapped, e, with, failed, junk, refused);
  }

  /** The same once a cookie is no more. */
  Exports released(long cookie) {
    List<Long> next = Locking.minus(deserted, c -> c == cookie);
    Junk left = junk.cookie() == cookie ? Junk.UNKNOWN : junk;
    boolean by = stored != null && stored.cookie() == cookie;
    return next == deserted && !by && left == junk
        ? this
        : new Exports(
            live, area, models, next, remapped, by ? null : stored, value, failed, left, refused);
  }

  /** The same without the pages of an extent, which is no longer mapped. */
  Exports unmapped(long space, Extent where) {
    List<Export> hit = in(space, where);
    if (hit.isEmpty()) {
      return this;
    }
    List<Export> next = new ArrayList<>();
    for (Export e : live) {
      if (!hit.contains(e)) {
        next.add(e);
        continue;
      }
      Extent w = e.where();
      if (Long.compareUnsigned(w.addr(), where.addr()) < 0) {
        next.add(e.left(new Extent(w.addr(), where.addr() - w.addr())));
      }
      if (w.last() != where.last() && Long.compareUnsigned(w.last(), where.last()) > 0) {
        next.add(e.left(new Extent(where.end(), w.end() - where.end())));
      }
    }
    return live(List.copyOf(next)).desertedBy(hit);
  }

  /** The same without an address space. */
  Exports without(long space) {
    List<Export> gone = live.stream().filter(e -> e.space() == space).toList();
    return gone.isEmpty()
        ? this
        : live(Locking.minus(live, e -> e.space() == space)).desertedBy(gone);
  }

  private Exports desertedBy(List<Export> gone) {
    List<Long> cookies = deserted;
    SharedArea next = area;
    for (Export e : gone) {
      if (on(e.cookie()) == 0 && e.isArea()) {
        next = area == null ? null : area.leftByAll();
      } else if (on(e.cookie()) == 0 && !cookies.contains(e.cookie())) {
        cookies = Locking.plus(cookies, e.cookie());
      }
    }
    return new Exports(live, next, models, cookies, remapped, stored, value, failed, junk, refused);
  }

  Exports live(List<Export> next) {
    return new Exports(
        next, area, models, deserted, remapped, stored, value, failed, junk, refused);
  }

  /** Equal ones answer every question alike, but for who is to blame. */
  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Exports e
            && live.equals(e.live)
            && Objects.equals(area, e.area)
            && models.equals(e.models)
            && junk.equals(e.junk));
  }

  @Override
  public int hashCode() {
    return Objects.hash(live.size(), area == null);
  }
}
