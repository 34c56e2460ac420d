package umemtck.reference.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import umemtck.spec.ddi.DataModel;

/**
 * The part of a state that is about exports: which devices are mapped where, the shared area of the
 * driver of Example 10-4, and the data models of programs. Immutable.
 *
 * @param live the mappings, oldest first
 * @param area of the driver of Example 10-4; null while it has allocated none
 * @param early how many resources had been set when that driver may have allocated for a mapping
 *     that it refused; -1 if it has not
 * @param models of the processes that are not of 64 bits
 * @param junk what the junk page holds
 * @param past tells who is to blame
 */
public record Exports(
    List<Export> live,
    SharedArea area,
    int early,
    List<OfModel> models,
    Junk junk,
    ExportPast past) {
  /** A machine that was just booted. */
  static final Exports INIT =
      new Exports(List.of(), null, -1, List.of(), Junk.UNKNOWN, ExportPast.NONE);

  /**
   * The data model of a process.
   *
   * @param proc which
   * @param model of {@link DataModel}
   */
  public record OfModel(long proc, int model) {}

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

  static List<String> first(String facet, List<String> others) {
    Set<String> all = new LinkedHashSet<>(List.of(facet));
    all.addAll(others);
    return List.copyOf(all);
  }

  // ---- What there is.

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

  /** Whether the driver of Example 10-4 has allocated, or may have. */
  public boolean allocated() {
    return area != null || early >= 0;
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

  /** What the junk page of a cookie holds; unknown unless it was stored to last. */
  Contents junk(long cookie, long pageSize) {
    return junk.cookie == cookie ? junk.contents : Contents.unknown(pageSize);
  }

  // ---- What happened.

  /** Cookies whose last mapping went away. */
  public List<Long> deserted() {
    return past.deserted();
  }

  /** Handle of the latest remap; 0 for none. */
  public long remapped() {
    return past.remapped();
  }

  /** The mapping through which an application stored last; null for none. */
  public Export stored() {
    return past.stored();
  }

  /** What it stored then. */
  int value() {
    return past.value();
  }

  /** Whether a mapping of the driver of Example 10-4 has failed for lack of memory. */
  public boolean failed() {
    return past.failed();
  }

  /** The facet by which some pages are free though an mmap of them failed; or null. */
  String refusedAt(long space, Extent where) {
    for (ExportPast.Refused r : past.refused()) {
      if (r.space() == space && r.where().touches(where)) {
        return r.facet();
      }
    }
    return null;
  }

  private Exports with(ExportPast next) {
    return new Exports(live, area, early, models, junk, next);
  }

  // ---- What comes next.

  Exports plus(Export e) {
    return live(Locking.plus(live, e))
        .with(
            past.refused(
                Locking.minus(
                    past.refused(), r -> r.space() == e.space() && r.where().touches(e.where()))));
  }

  Exports replaced(Export old, Export next) {
    return live(live.stream().map(e -> e == old ? next : e).toList());
  }

  Exports remapped(Export old, Export next) {
    return replaced(old, next).with(past.remapped(next.dhp())).desertedBy(List.of(old));
  }

  /** The same after an mmap failed. */
  Exports refusing(ExportPast.Refused next) {
    return with(past.refused(Locking.plus(past.refused(), next)));
  }

  Exports with(SharedArea next) {
    return new Exports(live, next, early, models, junk, past);
  }

  Exports with(Junk next) {
    return new Exports(live, area, early, models, next, past);
  }

  Exports failing(boolean next) {
    return with(past.failed(next));
  }

  /** The driver may have allocated, or not. */
  Exports early(int next) {
    return new Exports(live, area, next, models, junk, past);
  }

  Exports of(long proc, int model) {
    List<OfModel> next =
        Locking.plus(Locking.minus(models, m -> m.proc() == proc), new OfModel(proc, model));
    return new Exports(live, area, early, next, junk, past);
  }

  /** The same after an application stored through a mapping; null: somebody else did since. */
  Exports storedBy(Export e, int with) {
    return with(past.stored(e, with));
  }

  /** The same once a cookie is no more. */
  Exports released(long cookie) {
    ExportPast left = past.deserted(Locking.minus(past.deserted(), c -> c == cookie));
    if (past.stored() != null && past.stored().cookie() == cookie) {
      left = left.stored(null, 0);
    }
    Junk other = junk.cookie() == cookie ? Junk.UNKNOWN : junk;
    return new Exports(live, area, early, models, other, left);
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
      if (Long.compareUnsigned(w.last(), where.last()) > 0) {
        next.add(e.left(new Extent(where.end(), w.end() - where.end())));
      }
    }
    return live(List.copyOf(next)).desertedBy(hit);
  }

  /** The same without an address space. */
  Exports without(long space) {
    return live(Locking.minus(live, e -> e.space() == space)).desertedBy(live);
  }

  private Exports desertedBy(List<Export> gone) {
    List<Long> cookies = past.deserted();
    SharedArea next = area;
    for (Export e : gone) {
      if (on(e.cookie()) == 0 && e.isArea()) {
        next = area == null ? null : area.leftByAll();
      } else if (on(e.cookie()) == 0 && !cookies.contains(e.cookie())) {
        cookies = Locking.plus(cookies, e.cookie());
      }
    }
    return with(next).with(past.deserted(cookies));
  }

  Exports live(List<Export> next) {
    return new Exports(next, area, early, models, junk, past);
  }

  /** Equal ones answer every question alike, but for who is to blame. */
  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Exports e
            && live.equals(e.live)
            && Objects.equals(area, e.area)
            && early == e.early
            && models.equals(e.models)
            && junk.equals(e.junk));
  }

  @Override
  public int hashCode() {
    return Objects.hash(live.size(), allocated());
  }
}
