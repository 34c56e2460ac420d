package umemtck.tla.graph;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A state of exports. A page of a cookie is written {@code 2.1}: of cookie 2, the second.
 *
 * @param live the live cookies
 * @param alive the processes that there are
 * @param map process to address to what was agreed of the mapping that begins there
 * @param shows process to address to the page that an access there reaches, {@code junk} or {@code
 *     faults}; only what is mapped
 * @param stored page to the process that stored to it last, 0 for the driver; only pages that
 *     somebody has stored to
 */
@JsonPropertyOrder({"live", "alive", "map", "shows", "stored"})
public record DevmapState(
    List<Long> live,
    List<Long> alive,
    SortedMap<Long, SortedMap<Long, Mapping>> map,
    SortedMap<Long, SortedMap<Long, String>> shows,
    SortedMap<String, Long> stored)
    implements GraphState {

  /** Keeps copies. */
  public DevmapState {
    live = List.copyOf(live);
    alive = List.copyOf(alive);
    map = new TreeMap<>(map);
    shows = new TreeMap<>(shows);
    stored = new TreeMap<>(stored);
  }

  /**
   * What was agreed of a mapping.
   *
   * @param cookie what it shows; 0 where nobody knows, after a remap as documented
   * @param first page of the cookie
   * @param pages how many
   * @param prot bits, PROT_USER included
   * @param maxprot what prot may become
   * @param top what maxprot may be, as the device is open
   * @param type {@code shared} or {@code private}
   * @param remap whether it may be remapped
   */
  @JsonPropertyOrder({"cookie", "first", "pages", "prot", "maxprot", "top", "type", "remap"})
  public record Mapping(
      long cookie,
      long first,
      long pages,
      long prot,
      long maxprot,
      long top,
      String type,
      boolean remap) {}
}
