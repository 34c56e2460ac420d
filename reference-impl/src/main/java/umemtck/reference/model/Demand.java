package umemtck.reference.model;

import umemtck.spec.ddi.Call.UmemAlloc;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;

/** What an allocation needs of each resource, and whether that is there. Immutable. */
public final class Demand {
  private static final Resource[] RESOURCES = Resource.values();

  private final ModelConfig config;
  private final long pages;
  private final CookieKind kind;

  Demand(ModelConfig config, long pages, CookieKind kind) {
    this.config = config;
    this.pages = pages;
    this.kind = kind;
  }

  /** What a live allocation has taken. */
  public static Demand of(ModelConfig config, Allocation a) {
    return new Demand(config, a.pages(), a.kind());
  }

  /** The demand of a call; of no pages at all if its size wraps (ALLOC.near-max-wrap). */
  public static Demand of(ModelConfig config, UmemAlloc call) {
    CookieKind kind = CookieKind.allocatedWith(call.flag());
    boolean none = kind == CookieKind.TRASH || config.wraps(call.size());
    return new Demand(config, none ? 0 : config.pages(call.size()), kind);
  }

  /** Whether it uses a resource at all. */
  public boolean needs(Resource r) {
    return switch (r) {
      case PAGES, ADDRESS -> kind != CookieKind.TRASH;
      case SWAP -> kind == CookieKind.PAGEABLE;
      case COOKIES -> true;
    };
  }

  /** How much of a resource it needs: pages, or cookies. */
  public long need(Resource r) {
    return r == Resource.COOKIES ? 1 : pages;
  }

  long overhead(Resource r) {
    return config.overhead(r);
  }

  /** Whether it must succeed: there is enough of everything, wherever the rest was placed. */
  public boolean fits(UmemState s) {
    for (Resource r : RESOURCES) {
      if (needs(r) && !enough(s, r)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is enough of one resource for certain. */
  public boolean enough(UmemState s, Resource r) {
    Budget b = s.budget(r);
    if (!b.known()) {
      return false;
    }
    long certain = b.certain();
    if (r == Resource.ADDRESS) {
      // m live blocks cut what is free into at most m + 1 holes; the largest holds at least its
      // share, wherever the blocks lie.
      long holes = s.blocks() + 1L;
      certain = (certain + holes - 1) / holes;
    }
    return Long.compareUnsigned(need(r), Long.MAX_VALUE - overhead(r)) <= 0
        && need(r) + overhead(r) <= certain;
  }

  /** A resource of which there is surely not enough, or null. */
  public Resource lacks(UmemState s) {
    for (Resource r : RESOURCES) {
      Budget b = s.budget(r);
      if (needs(r) && b.known() && Long.compareUnsigned(need(r), Math.max(0, b.possible())) > 0) {
        return r;
      }
    }
    return null;
  }

  /** Whether no machine of this subject can ever satisfy it (ALLOC.impossible-size). */
  public boolean impossible() {
    if (kind == CookieKind.TRASH) {
      return false;
    }
    // All of a 64-bit address space but the page of NULL: nothing else would have room.
    boolean everything = config.sizeMax() == -1L && pages * config.pageSize() == -config.pageSize();
    return everything
        || (config.saysCapacity() && Long.compareUnsigned(pages, config.declared().capacity()) > 0);
  }

  /** Whether it can be satisfied for certain once enough is free. */
  public boolean satisfiable(UmemState s) {
    if (kind == CookieKind.TRASH) {
      return s.budget(Resource.COOKIES).known();
    }
    return config.saysCapacity() && !impossible();
  }
}
