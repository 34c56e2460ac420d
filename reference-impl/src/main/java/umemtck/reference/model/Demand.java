package umemtck.reference.model;

import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;

/** What an allocation needs of each resource, and whether that is there. */
final class Demand {
  private static final Resource[] RESOURCES = Resource.values();

  private final ModelConfig config;
  private final long pages;
  private final CookieKind kind;

  Demand(ModelConfig config, long pages, CookieKind kind) {
    this.config = config;
    this.pages = pages;
    this.kind = kind;
  }

  static Demand of(ModelConfig config, Allocation a) {
    return new Demand(config, a.pages(), a.kind());
  }

  boolean needs(Resource r) {
    return switch (r) {
      case PAGES, ADDRESS -> kind != CookieKind.TRASH;
      case SWAP -> kind == CookieKind.PAGEABLE;
      case COOKIES -> true;
    };
  }

  long need(Resource r) {
    return r == Resource.COOKIES ? 1 : pages;
  }

  long overhead(Resource r) {
    return config.overhead(r);
  }

  /** Whether it must succeed: there is enough of everything, wherever the rest was placed. */
  boolean fits(UmemState s) {
    for (Resource r : RESOURCES) {
      if (needs(r) && !enough(s, r)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is enough of one resource for certain. */
  boolean enough(UmemState s, Resource r) {
    Budget b = s.budget(r);
    if (!b.known()) {
      return false;
    }
    long certain = b.certain();
    if (r == Resource.ADDRESS && certain > 0) {
      // m live blocks cut what is free into at most m + 1 holes; the largest holds at least its
      // share, wherever the blocks lie.
      long holes = s.withMemory() + 1L;
      certain = (certain + holes - 1) / holes;
    }
    return Long.compareUnsigned(need(r), Long.MAX_VALUE - overhead(r)) <= 0
        && need(r) + overhead(r) <= certain;
  }

  /** A resource of which there is surely not enough, or null. */
  Resource lacks(UmemState s) {
    for (Resource r : RESOURCES) {
      Budget b = s.budget(r);
      if (needs(r) && b.known() && Long.compareUnsigned(need(r), Math.max(0, b.possible())) > 0) {
        return r;
      }
    }
    return null;
  }

  /** Whether no machine of this subject can ever satisfy it (ALLOC.impossible-size). */
  boolean impossible() {
    return kind != CookieKind.TRASH
        && config.saysCapacity()
        && Long.compareUnsigned(pages, config.declared().capacity()) > 0;
  }

  /** Whether it can be satisfied for certain once enough is free. */
  boolean satisfiable(UmemState s) {
    if (kind == CookieKind.TRASH) {
      return s.budget(Resource.COOKIES).known();
    }
    return config.saysCapacity() && !impossible();
  }
}
