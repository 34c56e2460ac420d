package umemtck.reference.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which pages of kernel address space are free. First fit; freed neighbours grow together. */
final class AddressSpace {
  private final TreeMap<Integer, Integer> holes = new TreeMap<>();

  AddressSpace(int pages) {
    reset(pages);
  }

  /** Makes exactly this many contiguous pages free; nothing may be allocated. */
  void reset(int pages) {
    holes.clear();
    if (pages > 0) {
      holes.put(0, pages);
    }
  }

  /** Whether some hole has this many pages. */
  boolean fits(long pages) {
    for (int hole : holes.values()) {
      if (hole >= pages) {
        return true;
      }
    }
    return false;
  }

  /** Takes the first hole's first pages; returns the number of the first page. */
  int take(int pages) {
    for (Map.Entry<Integer, Integer> hole : holes.entrySet()) {
      if (hole.getValue() >= pages) {
        int at = hole.getKey();
        take(at, pages);
        return at;
      }
    }
    throw new IllegalStateException("asked for " + pages + " pages without asking fits() first");
  }

  /** Takes these pages, which lie in one hole. */
  void take(int at, int pages) {
    Map.Entry<Integer, Integer> hole = holes.floorEntry(at);
    if (hole == null || hole.getKey() + hole.getValue() < at + pages) {
      throw new IllegalStateException("pages " + at + " to " + (at + pages) + " are not free");
    }
    holes.remove(hole.getKey());
    give(hole.getKey(), at - hole.getKey());
    give(at + pages, hole.getKey() + hole.getValue() - at - pages);
  }

  /** The holes: number of the first page, and pages; in ascending order. */
  NavigableMap<Integer, Integer> holes() {
    return Collections.unmodifiableNavigableMap(holes);
  }

  void give(int at, int pages) {
    if (pages == 0) {
      return;
    }
    int start = at;
    int length = pages;
    Map.Entry<Integer, Integer> below = holes.floorEntry(at);
    if (below != null && below.getKey() + below.getValue() == at) {
      start = below.getKey();
      length += below.getValue();
    }
    Integer above = holes.remove(at + pages);
    if (above != null) {
      length += above;
    }
    holes.put(start, length);
  }
}
