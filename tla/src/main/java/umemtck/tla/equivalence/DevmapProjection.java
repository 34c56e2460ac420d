package umemtck.tla.equivalence;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Buffers;
import umemtck.reference.model.Contents;
import umemtck.reference.model.Export;
import umemtck.reference.model.Lock;
import umemtck.reference.model.Mapping;
import umemtck.reference.model.Proc;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.DevmapState;

/**
 * A state of the Java model in the words of a graph; and a state of a graph in what of it the Java
 * model knows: of protections READ and WRITE, the only ones that the kit asks for; and no page of
 * TRASH, which has none.
 */
final class DevmapProjection {
  private static final int KNOWN = Prot.READ | Prot.WRITE;

  /** A protection, or who stored something, of which Java does not know what it is. */
  private static final long UNKNOWN = -2;

  private final DevmapBounds bounds;
  private final DevmapNumbers numbers;

  DevmapProjection(DevmapBounds bounds, DevmapNumbers numbers) {
    this.bounds = bounds;
    this.numbers = numbers;
  }

  /** What Java knows of a state of the specification. */
  DevmapState known(DevmapState s) {
    SortedMap<Long, SortedMap<Long, DevmapState.Mapping>> map = new TreeMap<>();
    s.map()
        .forEach(
            (p, at) -> {
              SortedMap<Long, DevmapState.Mapping> all = new TreeMap<>();
              at.forEach((addr, m) -> all.put(addr, known(m)));
              map.put(p, all);
            });
    return new DevmapState(s.live(), s.alive(), map, s.shows(), s.stored());
  }

  private DevmapState.Mapping known(DevmapState.Mapping m) {
    return new DevmapState.Mapping(
        m.cookie(),
        bounds.trashes().contains(m.cookie()) ? 0 : m.first(),
        m.pages(),
        m.prot() & KNOWN,
        m.maxprot() & KNOWN,
        m.top() & KNOWN,
        m.type(),
        m.remap());
  }

  DevmapState of(UmemState s) {
    List<Long> live =
        Stream.concat(
                s.live().stream().map(Allocation::cookie),
                s.locking().locks().stream().map(Lock::cookie))
            .sorted()
            .toList();
    List<Long> alive =
        s.locking().procs().stream()
            .map(Proc::id)
            .map(numbers::processOf)
            .filter(bounds.processes()::contains)
            .sorted()
            .toList();
    SortedMap<Long, SortedMap<Long, DevmapState.Mapping>> map = new TreeMap<>();
    SortedMap<Long, SortedMap<Long, String>> shows = new TreeMap<>();
    for (long p : bounds.processes()) {
      shows.put(p, own(s, p));
      for (Export e : s.exports().live()) {
        if (e.space() == numbers.process(p)) {
          long at = numbers.word(e.where().addr());
          map.computeIfAbsent(p, x -> new TreeMap<>()).put(at, mapping(s, e));
          for (long i = 0; i < pages(e.where().len()); i++) {
            shows.get(p).put(at + i * bounds.pageSize(), shown(e, i));
          }
        }
      }
    }
    return new DevmapState(live, alive, map, shows, stored(s));
  }

  /** The pages that a process has locked, at its own addresses. */
  private SortedMap<Long, String> own(UmemState s, long p) {
    SortedMap<Long, String> all = new TreeMap<>();
    for (Lock l : s.locking().locks()) {
      for (long i = 0; l.space() == numbers.process(p) && i < pages(l.len()); i++) {
        all.put(numbers.word(l.addr()) + i * bounds.pageSize(), l.cookie() + "." + i);
      }
    }
    return all;
  }

  private long pages(long bytes) {
    return bytes / numbers.page();
  }

  private DevmapState.Mapping mapping(UmemState s, Export e) {
    List<Mapping> pages = s.locking().mapped(e.space(), e.where());
    boolean whole = pages.stream().mapToLong(m -> m.where().len()).sum() == e.where().len();
    boolean one = whole && pages.stream().map(Mapping::prot).distinct().count() == 1;
    return new DevmapState.Mapping(
        e.cookie(),
        bounds.trashes().contains(e.cookie()) ? 0 : pages(e.koff()),
        pages(e.where().len()),
        one ? pages.get(0).prot() : UNKNOWN,
        e.least() == e.most() ? e.most() : UNKNOWN,
        e.opened(),
        e.share() == MapFlag.MAP_PRIVATE ? "private" : "shared",
        e.remappable());
  }

  private String shown(Export e, long page) {
    if (!e.valid()) {
      return "faults";
    }
    long offset = e.koff() + (e.where().addr() - e.start()) + page * numbers.page();
    return bounds.trashes().contains(e.cookie()) ? "junk" : e.cookie() + "." + pages(offset);
  }

  private SortedMap<String, Long> stored(UmemState s) {
    SortedMap<String, Long> all = new TreeMap<>();
    for (Allocation a : s.live()) {
      for (long i = 0; a.hasMemory() && i < a.pages(); i++) {
        int value = value(a.contents(), i * numbers.page());
        if (value != 0) {
          all.put(a.cookie() + "." + i, value < 0 ? UNKNOWN : DevmapNumbers.who(value));
        }
      }
    }
    for (Lock l : s.locking().locks()) {
      for (Buffers.Page page : s.buffers().pages()) {
        int value = value(page.contents(), 0);
        if (page.space() == l.space() && l.where().covers(page.addr()) && value != 0) {
          String name = l.cookie() + "." + pages(page.addr() - l.addr());
          all.put(name, value < 0 ? UNKNOWN : DevmapNumbers.who(value));
        }
      }
    }
    return all;
  }

  /** What every byte of a page is; negative if nobody knows, or they differ. */
  private int value(Contents c, long from) {
    TreeSet<Integer> values = new TreeSet<>();
    for (Contents.Run run : c.runs()) {
      if (run.from() < from + numbers.page() && run.to() > from) {
        values.add(run.value());
      }
    }
    return values.size() == 1 ? values.first() : -1;
  }

  /**
   * What Java knows besides, and what decides what comes next: how a mapping came to be. Who would
   * be to blame is left out.
   */
  static String ghosts(UmemState s) {
    return s.exports().live().stream()
        .map(
            e ->
                List.of(
                    e.space(), e.where(), e.start(), e.dhp(), e.koff(), e.exact(), e.whole(),
                    e.flags(), e.valid(), e.least(), e.most()))
        .map(Objects::toString)
        .sorted()
        .collect(Collectors.joining(";"));
  }
}
