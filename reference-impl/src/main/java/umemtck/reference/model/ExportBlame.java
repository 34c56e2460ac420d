package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;

/** Who is to blame if what is seen through a mapped device, or of its memory, is wrong. */
final class ExportBlame {
  private final UmemState s;
  private final ModelConfig config;

  ExportBlame(UmemState s, ModelConfig config) {
    this.s = s;
    this.config = config;
  }

  /**
   * An application sees other bytes through a mapping than are there, or its stores do not come
   * there.
   *
   * @param found the byte that was seen instead
   */
  List<Breach> through(Export e, int found, String expected) {
    return breaches(e.isArea() ? area(e, found) : memory(e), expected);
  }

  private static List<Breach> breaches(List<String> facets, String expected) {
    return facets.stream().map(f -> new Breach(f, expected)).toList();
  }

  private List<String> memory(Export e) {
    Allocation a = s.find(e.cookie());
    if (a != null && !a.hasMemory()) {
      return List.of("ALLOC.trash/junk-page");
    }
    if (!e.valid()) {
      return List.of("DEVMAP.invalid-faults/signal"); // It was stored through, and should not.
    }
    if (!e.exact()) {
      boolean remapped = e.blame().stream().anyMatch(f -> f.startsWith("REMAP."));
      return List.of(remapped ? "REMAP.in-bounds/refused" : "DEVMAP.rounding-contained/contained");
    }
    Export now = s.exports().find(e.dhp());
    if (now != null && now.cookie() != e.cookie() && s.exports().remapped() == e.dhp()) {
      return List.of("REMAP.switch/others"); // It was stored through before the remap.
    }
    List<String> facets = new ArrayList<>(e.blame());
    long remapped = s.exports().remapped();
    if (remapped != 0 && remapped != e.dhp()) {
      facets.add(0, "REMAP.switch/others");
    }
    if (!facets.isEmpty()) {
      return facets;
    }
    String offset = a == null && e.koff() != 0 ? "DEVMAP.locked-offset/page" : null;
    String users = users(e);
    if (offset != null) {
      return users == null ? List.of(offset) : List.of(offset, users);
    }
    if (users != null) {
      return List.of(users, "DEVMAP.success/contents");
    }
    return a != null
        ? List.of("DEVMAP.success/contents", "ALLOC.kernel-and-user-usable/both-views")
        : List.of("DEVMAP.success/contents", "LOCK.stable-content/same-pages");
  }

  /**
   * What the other users of a cookie may not do to a mapping, those that are gone, too; or null.
   */
  private String users(Export e) {
    if (s.exports().deserted().contains(e.cookie())) {
      return "COOKIE.no-mapping-reference/survives-unmap";
    }
    boolean several = s.exports().on(e.cookie()) + s.buffers().on(e.cookie()) > 1;
    return several ? "COOKIE.many-users/together" : null;
  }

  /** A load or store ends in a signal, or in a panic, though the mapping is valid. */
  List<Breach> faults(Export e, String expected) {
    if (!e.blame().isEmpty()) {
      return breaches(e.blame(), expected);
    }
    Allocation a = s.find(e.cookie());
    boolean trash = a != null && !a.hasMemory();
    return trash ? List.of(new Breach("DEVMAP.kinds/trash", expected)) : through(e, -1, expected);
  }

  /** The shared area: seen through a mapping of it. */
  private List<String> area(Export e, int found) {
    SharedArea a = s.exports().area();
    boolean second = e.koff() != 0;
    int by = second ? a.ilp32() : a.lp64();
    int other = second ? a.lp64() : a.ilp32();
    if (holds(a, !second, found)) {
      return List.of(other == SharedArea.DRIVER ? pageOf(second) : "SHARED.model-isolation/apart");
    }
    if (by == SharedArea.NOBODY && !a.left()) {
      return List.of("ALLOC.zero-filled/pageable"); // As Example 10-4 allocates it.
    }
    if (a.left()) {
      return List.of("SHARED.persists/contents");
    }
    return by == SharedArea.DRIVER
        ? List.of("SHARED.visible/to-all", pageOf(second))
        : List.of("SHARED.same-page/same", "SHARED.visible/to-all");
  }

  private boolean holds(SharedArea a, boolean second, int value) {
    long from = second ? config.pageSize() : 0;
    for (Contents.Run r : a.contents().runs()) {
      boolean in = r.from() < from + config.pageSize() && r.to() > from;
      if (in && r.written() && r.value() == value) {
        return true;
      }
    }
    return false;
  }

  private static String pageOf(boolean second) {
    return second ? "SHARED.ilp32-second-page/second" : "SHARED.lp64-first-page/first";
  }

  /** The driver of Example 10-4 sees other bytes than are there. */
  List<Breach> seenByDriver(long off, int found, String expected) {
    SharedArea a = s.exports().area();
    boolean second = off >= config.pageSize();
    int by = second ? a.ilp32() : a.lp64();
    int other = second ? a.lp64() : a.ilp32();
    String facet =
        other != SharedArea.DRIVER && holds(a, !second, found)
            ? pageOf(!second) // Where an application stored that has the other page.
            : by == SharedArea.NOBODY ? "ALLOC.zero-filled/pageable" : "SHARED.visible/to-all";
    return List.of(new Breach(facet, expected));
  }
}
